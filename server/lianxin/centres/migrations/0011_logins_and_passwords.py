"""Logins that can be listed and ended, passwords that do not come again, centres made up."""

import django.db.models.deletion
from django.db import migrations, models

from lianxin.centres.isolation import isolate
from lianxin.centres.login_triggers import close_logins_by_trigger


class Migration(migrations.Migration):

    dependencies = [('centres', '0010_accounts')]

    operations = [
        migrations.AddField(
            model_name='centre',
            name='demo',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.CreateModel(
            name='PasswordBefore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.centre')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.person')),
            ],
        ),
        migrations.CreateModel(
            name='Login',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=32, unique=True)),
                ('begun_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('address', models.CharField(blank=True, default='', max_length=64)),
                ('browser', models.CharField(blank=True, default='', max_length=64)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.CharField(blank=True, default='', max_length=16)),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.centre')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.person')),
            ],
            options={
                'indexes': [
                    models.Index(fields=['person', 'ended_at'], name='login_of_person'),
                    models.Index(condition=models.Q(('ended_at', None)), fields=['centre', 'seen_at'], name='login_open'),
                ],
            },
        ),
        *isolate('centres_passwordbefore', 'centres_login'),
        close_logins_by_trigger(),
    ]
