"""The modules of Asterisk that Lianxin uses; nothing else is loaded (``autoload = no``)."""

from __future__ import annotations

_GROUPS = {
    "app": "chanspy dial echo playback playtones read record senddtmf stack stasis verbose "
    "mixmonitor originate",
    "bridge": "simple softmix holding builtin_features builtin_interval_features",
    "chan": "pjsip bridge_media rtp websocket",
    "codec": "a_mu alaw ulaw g722 gsm resample opus_open_source",
    "format": "wav pcm sln gsm",
    "func": "callerid channel cut db devstate env global groupcount hangupcause logic math "
    "periodic_hook pjsip_aor pjsip_contact pjsip_endpoint rand sprintf strings talkdetect "
    "timeout uri volume",
    "pbx": "config",
    "res": "websocket_client rtp_multicast ari ari_applications ari_asterisk ari_bridges "
    "ari_channels ari_device_states ari_endpoints ari_events ari_model ari_playbacks "
    "ari_recordings ari_sounds crypto curl fax fax_spandsp format_attr_opus http_websocket "
    "musiconhold mutestream pjproject pjsip pjsip_acl pjsip_authenticator_digest pjsip_caller_id "
    "pjsip_diversion pjsip_dlg_options pjsip_dtmf_info pjsip_empty_info "
    "pjsip_endpoint_identifier_ip pjsip_endpoint_identifier_user pjsip_header_funcs "
    "pjsip_logger pjsip_messaging pjsip_nat pjsip_outbound_authenticator_digest "
    "pjsip_outbound_registration pjsip_path pjsip_pubsub pjsip_refer pjsip_registrar pjsip_rfc3326 "
    "pjsip_sdp_rtp pjsip_session pjsip_sips_contact pjsip_t38 pjsip_transport_websocket "
    "rtp_asterisk security_log sorcery_astdb sorcery_config sorcery_memory srtp stasis "
    "stasis_answer stasis_device_state stasis_playback stasis_recording stasis_snoop "
    "timing_timerfd tonedetect",
}

MODULES = tuple(f"{group}_{name}" for group, names in _GROUPS.items() for name in names.split())
