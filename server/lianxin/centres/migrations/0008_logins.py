"""Which logins are over, for what lives longer than a request."""

import django.db.models.deletion
from django.db import migrations, models

from lianxin.centres.isolation import isolate
from lianxin.centres.login_triggers import end_logins_by_trigger


class Migration(migrations.Migration):

    dependencies = [('centres', '0007_versions')]

    operations = [
        migrations.CreateModel(
            name='LoginEnd',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('login', models.CharField(default='', max_length=32)),
                ('at', models.DateTimeField()),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.centre')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.person')),
            ],
            options={'indexes': [models.Index(fields=['centre', 'at'], name='login_end_at')]},
        ),
        *isolate('centres_loginend'),
        *end_logins_by_trigger(),
    ]
