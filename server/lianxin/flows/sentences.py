"""What is wrong with a flow, in the reader's language: made from stable codes and data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

from lianxin.flows.fault_words import fault_in_chinese

#: In Chinese, by code. ``{name}`` is filled from the data of a finding; English is written
#: where the fault is found.
CHINESE: Mapping[str, str] = {
    # What cannot be read as a flow.
    "flow.not_an_object": "流程不是一个 JSON 对象",
    "flow.spec": "流程格式版本不受支持",
    "flow.field_unknown": "没有这个字段",
    "flow.field_missing": "缺少必填项",
    "flow.value_type": "值的类型不对",
    "flow.value_range": "数值超出允许的范围",
    "flow.value_form": "内容的格式不对",
    "flow.value_choice": "不在可选的范围内",
    "flow.template": "文字中的变量写法不对",
    "flow.no_nodes": "流程里没有节点",
    "flow.node_name": "节点名称不能有空格、/、. 或 $，最长 64 个字符",
    "flow.node_not_an_object": "节点不是一个 JSON 对象",
    "flow.node_type": "没有这种节点",
    "flow.node_missing": "所指的节点不存在",
    "flow.too_large": "节点过多，最多 2000 个",
    "flow.too_deep": "子流程嵌套过深，最多 8 层",
    # What a simulated caller meets.
    "flow.exit_nowhere": "这个出口没有接到任何节点。",
    # What cannot be published.
    "flow.cyclic": "子流程绕回了自身：{way}",
    "flow.subflow_missing": "所用的子流程 {code} 还没有发布过",
    # What will be regretted (``rules.flow.lint``).
    "lint.unreachable": "没有任何路径通向这里。",
    "lint.endless": "一直循环，从不等待来电人：{nodes}。",
    "lint.endless_prompts": "来电人不操作时会一直循环：{nodes}。",
    "lint.subflow_cycle": "子流程会绕回本流程：{way}。",
    "lint.no_return": "此子流程没有返回节点，通话会在其中结束。",
    "lint.return_outside": "除非由话务员转入，否则无处可返回；未设“否则”时通话结束。",
    "lint.no_way_to_agent": "从这里无法转到人工，按 0 也不行。",
    "lint.zero_elsewhere": "其他地方按 0 都转人工，这里却不是。",
    "lint.menu_ends": "按错或未按键 {tries} 次后通话结束。",
    "lint.queue_without_hours": "此前未判断工作时段，任何时间都会排队。",
    "lint.survey_before_agent": "来电人还没有与话务员通话就被要求评价。",
    "lint.transfer_fails_silently": "无人接听时，通话会没有任何提示就结束。",
    "lint.prompt_missing": "没有提示音 {prompt}，来电人什么也听不到。",
    "lint.prompt_language": "没有{language}录音，将播放{heard}：{prompts}。",
    "lint.prompt_cantonese": "没有粤语录音，将播放{heard}：{prompts}。",
    "lint.text_unread": "没有安装语音合成引擎，未录音的文字在这里不会播报。",
    "lint.menu_keys": "菜单有 {count} 个选项，超过 {most} 个就记不住了。",
    "lint.menu_long": "菜单要听 {seconds} 秒，最好不超过 {most} 秒。",
    "lint.record_unconfirmed": "来电人不能回听或重录自己的留言。",
    "lint.secret_shown": "这里输入的内容会显示在通话轨迹中，请设为保密。",
    "lint.unknown_queue": "没有队列 {name}。",
    "lint.unknown_calendar": "没有日历 {name}。",
    "lint.unknown_connection": "没有外部连接 {name}。",
    "lint.unknown_poll": "没有民意调查 {name}。",
    "lint.unknown_knowledge": "没有知识条目 {name}。",
    "lint.unknown_flow": "没有子流程 {name}。",
    "lint.variable_unset": "用到了变量 {name}，但没有任何地方给它赋值。",
    "lint.variable_unsure": "用到了变量 {name}，只有其他流程可能给它赋值。",
    "lint.function_off": "本中心未开通此节点所需的功能：{function}。",
    "lint.too_many": "还有 {more} 条意见未列出。",
    # What cannot be imported.
    "file.not_json": "不是有效的 JSON：{fault}",
    "file.too_large": "文件过大：{is} 字节，最多 {most} 字节",
    "file.too_deep": "文件嵌套过深",
    "file.foreign": "不是连心导出的流程文件（缺少 format: {format}）",
    "file.newer": "文件版本 {is} 比本系统支持的 {most} 新，请先升级系统",
    "file.spec_newer": "流程格式版本 {is} 比本系统支持的 {most} 新，请先升级系统",
    "file.form": "{place} 的内容不对：{fault}",
    "file.embedded": "子流程应放在 subflows 中，不能放在流程里面",
    "file.kind": "文件里是{is}，与现有的流程类型不同",
}


def sentence(code: str, text: str, data: Mapping[str, Any]) -> str:
    """What to tell the reader: ``text`` in English, or the Chinese of ``code``.

    Where the Chinese says less than ``text`` does, ``text`` follows in brackets.
    """
    if (get_language() or "").startswith("en"):
        return text
    chinese = CHINESE.get(code)
    if chinese is None:
        return text
    if "{" in chinese or code.startswith(("lint.", "flow.exit_")):
        return chinese.format_map(_Blank({name: _in_words(value) for name, value in data.items()}))
    return f"{chinese}（{text}）" if text else chinese


_LANGUAGES = {"zh": "普通话", "en": "英语", "yue": "粤语"}


def _in_words(value: Any) -> Any:
    if isinstance(value, list):
        return "、".join(map(str, value))
    return _LANGUAGES.get(value, fault_in_chinese(value)) if isinstance(value, str) else value


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""
