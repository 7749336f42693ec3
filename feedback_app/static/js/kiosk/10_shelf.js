// What lies on this tablet: sealed answers under random names, in the order of those names, and a token for each
// kiosk that it is. No answer can be read here, not even by this page.
let opened = null;

function database() {
  opened = opened ?? new Promise((resolve, reject) => {
    const asked = indexedDB.open("kiosk", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("waiting", { keyPath: "id" });
      asked.result.createObjectStore("tablet", { keyPath: "kiosk" });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

// Done only when the browser says that it is on the disk.
async function onShelf(name, mode, deed) {
  const held = (await database()).transaction(name, mode, { durability: "strict" });
  const asked = deed(held.objectStore(name));
  return new Promise((resolve, reject) => {
    held.oncomplete = () => resolve(asked?.result);
    held.onerror = held.onabort = () => reject(held.error);
  });
}

const allWaiting = () => onShelf("waiting", "readonly", (shelf) => shelf.getAll());
const keepWaiting = (sealed) => onShelf("waiting", "readwrite", (shelf) => shelf.put(sealed));
const tablets = () => onShelf("tablet", "readonly", (shelf) => shelf.getAll());
const keepTablet = (tablet) => onShelf("tablet", "readwrite", (shelf) => shelf.put(tablet));

function dropWaiting(ids) {
  return onShelf("waiting", "readwrite", (shelf) => {
    for (const id of ids) shelf.delete(id);
  });
}
