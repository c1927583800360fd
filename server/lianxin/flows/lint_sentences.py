"""What lint remarks, in Chinese, by the code of the finding. English is in ``RULES`` of lint."""

from __future__ import annotations

from collections.abc import Mapping

#: ``{name}`` is filled from the data of the finding.
CHINESE_OF_LINT: Mapping[str, str] = {
    "lint.unreachable": "没有任何路径到达此节点。",
    "lint.endless": "这些节点互相跳转，从不等待来电人：{nodes}。",
    "lint.endless_prompts": "来电人不操作时会一直循环播放：{nodes}。",
    "lint.subflow_cycle": "子流程又绕回了本流程：{way}。",
    "lint.no_return": "子流程没有返回节点，通话会在其中结束。",
    "lint.return_outside": "只有被话务员转来时才能返回；未设置“否则”时通话会在此结束。",
    "lint.no_way_to_agent": "从这里无法转到人工，按 0 也不行。",
    "lint.zero_elsewhere": "各处按 0 都转人工，此处 0 却另有用途。",
    "lint.menu_ends": "连续 {tries} 次按错或不按键后通话会直接结束。",
    "lint.queue_without_hours": "进入排队之前没有判断工作时段，任何时间都会排队。",
    "lint.survey_before_agent": "来电人还没有与话务员通话就被要求评价。",
    "lint.transfer_fails_silently": "无人接听时不作任何说明就挂断。",
    "lint.prompt_missing": "没有提示音 {prompt}，来电人什么也听不到。",
    "lint.prompt_language": "缺少 {language} 语音，将播放 {heard}：{prompts}。",
    "lint.prompt_cantonese": "缺少粤语语音，将播放 {heard}：{prompts}。",
    "lint.text_unread": "没有安装语音合成引擎，未录音的文字在这里不会播报。",
    "lint.menu_keys": "菜单有 {count} 个按键，超过 {most} 个就记不住了。",
    "lint.menu_long": "菜单要听 {seconds} 秒，最好不超过 {most} 秒。",
    "lint.record_unconfirmed": "来电人录音后不能回听或重录。",
    "lint.secret_shown": "此处输入的内容会显示在通话轨迹中，请设为保密。",
    "lint.unknown_queue": "没有技能队列 {name}。",
    "lint.unknown_calendar": "没有日历 {name}。",
    "lint.unknown_connection": "没有外部连接 {name}。",
    "lint.unknown_poll": "没有民意调查 {name}。",
    "lint.unknown_knowledge": "没有知识条目 {name}。",
    "lint.unknown_flow": "没有流程 {name}。",
    "lint.variable_unset": "读取了变量 {name}，但没有任何地方给它赋值。",
    "lint.variable_unsure": "读取了变量 {name}，只有其他流程可能给它赋值。",
    "lint.function_off": "本中心未开通此节点所需的功能（{function}）。",
    "lint.too_many": "还有 {more} 条提示没有列出。",
}


def written(data: Mapping[str, object]) -> dict[str, object]:
    """Give the data of a finding as a Chinese sentence takes it: lists with 、 between."""
    return {
        name: "、".join(map(str, value)) if isinstance(value, list) else value
        for name, value in data.items()
    }
