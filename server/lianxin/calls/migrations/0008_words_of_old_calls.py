"""The constraints of the migration before hold for the rows that were there, too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations

from lianxin.centres.choices import reworded

_SOURCES = ("carrier", "web", "callback", "fax")
_OUTCOMES = (
    "", "self_served", "no_choice", "answered", "transferred", "abandoned", "place_kept",
    "unreached", "message", "failed", "fallback", "fax_sent", "fax_failed",
)
_ENDED_BY = ("", "caller", "agent", "system")


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("calls", "0007_words_of_calls")]

    operations = [
        reworded(
            "calls_call",
            {
                "source": (_SOURCES, "carrier"),
                "outcome": (_OUTCOMES, ""),
                "ended_by": (_ENDED_BY, ""),
            },
        ),
        reworded("calls_callermemory", {"language": (("zh", "en", "yue"), "zh")}),
        ValidateConstraint(model_name="call", name="call_source"),
        ValidateConstraint(model_name="call", name="call_outcome"),
        ValidateConstraint(model_name="call", name="call_ended_by"),
        ValidateConstraint(model_name="callermemory", name="caller_memory_language"),
    ]
