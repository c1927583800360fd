"""分机 of a telephone. What a process of the version before opens meanwhile has none."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0007_secrecy_by'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='phone_extension',
            field=models.CharField(db_default='', default='', max_length=6),
        ),
    ]
