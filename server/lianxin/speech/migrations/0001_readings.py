"""Readings leave the room of prompts: the rows stay, their table is named for its room."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('centres', '0003_centre_city'),
        ('prompts', '0004_readings_leave'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='Reading',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('about', models.CharField(max_length=16)),
                        ('about_id', models.CharField(max_length=64)),
                        ('language', models.CharField(max_length=3)),
                        ('text', models.TextField()),
                        ('key', models.CharField(max_length=32)),
                        ('state', models.CharField(default='waiting', max_length=12)),
                        ('tries', models.PositiveIntegerField(default=0)),
                        ('reason', models.CharField(blank=True, default='', max_length=400)),
                        ('seconds', models.FloatField(default=0.0)),
                        ('bytes', models.BigIntegerField(default=0)),
                        ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.centre')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['centre', 'key'], name='reading_file')],
                        'constraints': [models.UniqueConstraint(fields=('centre', 'about', 'about_id', 'language', 'key'), name='reading_key'), models.CheckConstraint(condition=models.Q(('about__in', ('knowledge', 'reply'))), name='reading_about'), models.CheckConstraint(condition=models.Q(('language__in', ('zh', 'en', 'yue'))), name='reading_language'), models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'ready', 'failed'))), name='reading_state')],
                    },
                ),
            ],
            database_operations=[
                migrations.RunSQL(
                    'ALTER TABLE prompts_reading RENAME TO speech_reading;'
                    'ALTER SEQUENCE prompts_reading_id_seq RENAME TO speech_reading_id_seq;',
                    'ALTER TABLE speech_reading RENAME TO prompts_reading;'
                    'ALTER SEQUENCE speech_reading_id_seq RENAME TO prompts_reading_id_seq;',
                ),
            ],
        ),
    ]
