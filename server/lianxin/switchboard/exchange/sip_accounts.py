"""What Asterisk must be told of a browser's telephone: the fields of its PJSIP objects.

Pure: the switchboard pushes them through ARI (``PUT /asterisk/config/dynamic/res_pjsip/…``),
in the order auth, aor, endpoint. Found by trying, with Asterisk 22 and Chromium.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

#: Cheapest first: with alaw on the trunk and at the desk nothing is transcoded.
CODECS = ("alaw", "ulaw", "opus")
CITIZENS = "from-web"
#: Seconds without a packet after which a citizen is gone: closed browsers say no goodbye.
CITIZEN_RTP_TIMEOUT = 20


def derive_password(secret: str, name: str, expires_at: int) -> str:
    """The password of account ``name`` until ``expires_at`` (any fixed unit).

    A restarted switchboard derives the same again, so that it need not be kept anywhere.
    """
    text = f"lianxin.sip-account\n{name}\n{expires_at}"
    digest = hmac.digest(secret.encode(), text.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest[:24]).decode()


def auth_fields(name: str, password: str) -> dict[str, str]:
    """``auth`` object ``name``."""
    return {"auth_type": "userpass", "username": name, "password": password}


def aor_fields(name: str) -> dict[str, str]:
    """``aor`` object ``name``: the page that registered last is the telephone."""
    del name  # an address of record is found by its id alone
    return {
        "max_contacts": "1",
        "remove_existing": "yes",
        "minimum_expiration": "30",
        "maximum_expiration": "300",
    }


def endpoint_fields(name: str, context: str) -> dict[str, str]:
    """``endpoint`` object ``name``, whose calls enter ``context``.

    ``webrtc`` stands for DTLS-SRTP with a certificate that Asterisk makes itself, ICE, AVPF,
    RTCP multiplexing and bundling. The order of the fields matters: ``disallow`` first.
    """
    fields = {
        "context": context,
        "auth": name,
        "aors": name,
        "identify_by": "username",
        "disallow": "all",
        "allow": ",".join(CODECS),
        "webrtc": "yes",
        "max_video_streams": "0",
        "dtmf_mode": "rfc4733",
        "direct_media": "no",
        "rtp_symmetric": "yes",
        "force_rport": "yes",
        "rewrite_contact": "yes",
        "timers": "no",
        "allow_subscribe": "no",
        "allow_transfer": "no",
        "trust_id_inbound": "no",
        "language": "zh",
        "tone_zone": "cn",
    }
    if context == CITIZENS:
        fields["rtp_timeout"] = str(CITIZEN_RTP_TIMEOUT)
    return fields
