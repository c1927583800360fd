"""The area code of a centre's city."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('centres', '0004_centre_quota_faxes'),
    ]

    operations = [
        migrations.AddField(
            model_name='centre',
            name='area_code',
            field=models.CharField(blank=True, default='', max_length=4),
        ),
    ]
