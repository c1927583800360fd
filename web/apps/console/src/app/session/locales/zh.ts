export const login = {
  title: "登录工作台",
  centre: "热线中心",
  centreMissing: "请选择热线中心",
  number: "工号",
  numberMissing: "请输入工号",
  password: "密码",
  passwordMissing: "请输入密码",
  demo: "这是演示系统：城市和人员都是虚构的，密码人人知道，请勿录入真实信息。演示人员只能在运行本系统的电脑上登录。",
  submit: "登录",
  code: {
    title: "两步验证",
    back: "返回",
    oneTime: {
      label: "动态码",
      hint: "请输入手机验证器上显示的 6 位数字。",
      missing: "请输入动态码",
      other: "使用备用码",
    },
    recovery: {
      label: "备用码",
      hint: "手机不在身边时，用启用两步验证时留下的备用码登录。每个只能用一次。",
      missing: "请输入备用码",
      other: "使用动态码",
    },
  },
  showPassword: "显示密码",
  centresFailed: "没能读出热线中心，请重试。",
  other_person:
    "此浏览器已由他人登录，您的登录已结束。请重新登录后继续。工单草稿保存在本机；其他表单在此标签页登录后打开时可恢复，密码除外。",
  inPageOnly: "此浏览器目前不能保存数据，您填写的内容只在此页面中。登录之前请不要刷新或关闭页面。",
  expired:
    "登录已过期，请重新登录。工单草稿保存在本机；其他表单在此标签页登录后打开时可恢复，密码除外。",
} as const;
