export const security = {
  title: "登录与安全",
  password: {
    title: "修改密码",
    old: "原密码",
    new: "新密码",
    again: "确认新密码",
    hint: "至少 12 个字符，不要求大小写或符号。用几个不相干的词连成一句，好记又难猜。",
    differs: "两次输入的新密码不一致",
    save: "修改密码",
    changed: "密码已修改，其他登录已结束。",
    ends: "修改后，您在其他浏览器中的登录都会结束。",
  },
  due: {
    title: "请先修改初始密码",
    why: "您现在的密码是别人设置的。修改之后才能使用工作台。",
  },
  logins: {
    title: "登录的浏览器",
    hint: "不认识的，请结束它并修改密码。",
    begun: "登录于",
    seen: "最近使用",
    current: "当前",
    unknown: "未知浏览器",
    end: "结束",
    endOf: "结束 {{browser}}（{{address}}）的登录",
  },
} as const;
