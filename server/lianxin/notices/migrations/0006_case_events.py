"""What a citizen is sent of the events of a case: rules, and of which case a notice is.

A centre without a row has the shipped rules. What a process of the version before writes meanwhile
is of no case.
"""

import django.db.models.deletion
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

from lianxin.centres.isolation import isolate

EVENTS = ('opened', 'dispatched', 'replied', 'closed', 'rejected', 'reopened')


class Migration(migrations.Migration):

    dependencies = [
        ('centres', '0007_versions'),
        ('notices', '0005_versions'),
    ]

    operations = [
        migrations.CreateModel(
            name='NoticeRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(max_length=16)),
                ('way', models.CharField(max_length=8)),
                ('on', models.BooleanField()),
                ('template', models.CharField(max_length=32)),
                ('version', models.PositiveIntegerField(default=0)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.centre')),
                ('updated_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='centres.person')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('centre', 'event', 'way'), name='notice_rule_once'),
                    models.CheckConstraint(condition=models.Q(('event__in', EVENTS)), name='notice_rule_event'),
                    models.CheckConstraint(condition=models.Q(('way__in', ('sms',))), name='notice_rule_way'),
                ],
            },
        ),
        *isolate('notices_noticerule'),
        migrations.AddField(
            model_name='notice',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='centres.person'),
        ),
        migrations.AddField(
            model_name='notice',
            name='case',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='notice',
            name='event',
            field=models.CharField(db_default='', default='', max_length=16),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('case__isnull', False)), fields=['case'], name='notice_case'),
        ),
        migrations.RemoveConstraint(model_name='notice', name='notice_state'),
        AddConstraintNotValid(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'sent', 'failed', 'skipped'))), name='notice_state'),
        ),
        AddConstraintNotValid(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('event__in', ('', *EVENTS))), name='notice_event'),
        ),
    ]
