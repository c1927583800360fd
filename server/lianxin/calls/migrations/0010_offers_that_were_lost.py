from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('calls', '0009_telephones'),
        ('centres', '0004_centre_quota_faxes'),
    ]

    # Of what is written from now on. What is there is looked through in the next migration, in
    # a transaction of its own that lets calls go on.
    operations = [
        migrations.RemoveConstraint(
            model_name='callevent',
            name='call_event_kind',
        ),
        AddConstraintNotValid(
            model_name='callevent',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('started', 'node', 'queued', 'left_queue', 'offered', 'missed', 'offer_lost', 'answered', 'talking', 'held', 'resumed', 'detached', 'attached', 'agent_left', 'dialled', 'dial_answered', 'dial_ended', 'sent_to', 'callback_kept', 'calling_back', 'callback_missed', 'recording', 'stored', 'lost', 'fax_ended', 'case', 'ended', 'vote', 'survey', 'language', 'notice', 'prompt_recorded'))), name='call_event_kind'),
        ),
    ]
