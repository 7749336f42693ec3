"""SAFETY R-39: the privacy notice says whom to tell, how soon they answer, and who stands above them."""

from tests.client import StrictClient


def test_the_notice_names_the_way_to_complain(client: StrictClient) -> None:
    text = client.page("/privacy").text()

    assert "data protection officer" in text
    assert "within 30 days" in text
    assert "Information Commissioner" in text
