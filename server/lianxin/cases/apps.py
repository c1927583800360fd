from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "lianxin.cases"
    label = "cases"

    def ready(self) -> None:
        from lianxin.calls.secrecy import became_confidential  # needs the apps
        from lianxin.cases.secrecy import follow_calls

        became_confidential.connect(follow_calls)
