from django.apps import AppConfig


class SpeechConfig(AppConfig):
    name = "lianxin.speech"
    label = "speech"
