// Sealing: with a key made for this answer alone and the server's public key. Only the server opens it again.
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const BLOCK = 4096;
const inBytes = (text) => new TextEncoder().encode(text);

function toText(bytes) {
  const signs = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromText(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

// Filled up with blanks, so that its length does not tell how much somebody wrote.
function filledUp(content) {
  const bytes = inBytes(content);
  const whole = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK).fill(32);
  whole.set(bytes);
  return whole;
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function sealed(id, serverKey, content) {
  const { subtle } = crypto;
  const theirBytes = fromText(serverKey);
  const theirs = await subtle.importKey("raw", theirBytes, CURVE, false, []);
  const pair = await subtle.generateKey(CURVE, false, ["deriveBits"]);
  const ownBytes = new Uint8Array(await subtle.exportKey("raw", pair.publicKey));
  const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, pair.privateKey, 256);
  const material = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const salt = new Uint8Array([...ownBytes, ...theirBytes]);
  const made = { name: "HKDF", hash: "SHA-256", salt, info: inBytes("be-supported letter 1") };
  const key = await subtle.deriveKey(made, material, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv: nonce, additionalData: inBytes(id) };
  const hidden = await subtle.encrypt(how, key, filledUp(content));
  return { id, key: toText(ownBytes), nonce: toText(nonce), sealed: toText(hidden) };
}
