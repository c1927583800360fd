"""Say values with recorded words: which prompts, in which order, make 12.50 yuan.

    spell(Value("money", "12.50"), "zh") -> ("n12", "w_yuan", "n5", "w_jiao")
    as_words(Value("money", "12.50"), "zh") -> "十二元五角"

``PARTS`` lists every word that is to be recorded. Of what does not fit its kind ("abc" as money)
nothing is said, for a citizen would hear another value; nothing raises.
"""

from lianxin.rules.speaking.parts import PARTS
from lianxin.rules.speaking.spelling import as_words, spell

__all__ = ["PARTS", "as_words", "spell"]
