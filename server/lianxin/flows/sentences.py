"""What is wrong with a flow, in the reader's language: made from stable codes and data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

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
    # What cannot be published.
    "flow.function_off": "本中心未开通此节点所需的功能（{function}）",
    "flow.cyclic": "子流程绕回了自身：{way}",
    "flow.subflow_missing": "所用的子流程 {code} 还没有发布过",
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
    if "{" in chinese:
        return chinese.format_map(_Blank(data))
    return f"{chinese}（{text}）" if text else chinese


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""
