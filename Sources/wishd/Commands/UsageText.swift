import WishCore

/// What `wishd help` says.
enum UsageText {
  /// All commands on one screen.
  static let text = """
    wishd \(Release.version) —— 微心愿守护进程

    用法：
      wishd init  --data DIR
          建立数据目录和空的心愿库，打印管理员账号和口令（只显示这一次）
      wishd serve --data DIR [--listen HOST:PORT|unix:PATH]… [--wall DIR]
                  [--retain 365d]
          提供服务。不写 --listen 时监听 DIR/wishd.sock 和 127.0.0.1:7117；
          心愿墙写在 DIR/wall，或 --wall 指定的目录。SIGTERM 后做完手上的事再退出。
          --retain：办结超过这么久的，自动删去居民资料，只留代码和数字
      wishd check --data DIR
          不开服务时检查心愿库：文件完好、引用齐全、办理记录推得出现状。有问题退出码 65
      wishd restore --data DIR --from NAME|PATH
          不开服务时用备份（BACKUP 的名称，或文件路径）换下心愿库；原来的库改名保留。
          备份之后删过的居民资料会再删一次
      wishd send  [--to HOST:PORT|unix:PATH] [--as ACCOUNT --secret-file FILE]
          把标准输入里的请求逐行发给守护进程（默认 127.0.0.1:7117），把回复写到标准输出。
          口令放在文件第一行，不写在命令行上
      wishd demo
          用一个临时的库走一遍：收单、审核、认领、办结，最后打印心愿墙
      wishd help        显示这些说明
      wishd --version   显示版本

    退出码：
      0 成功　1 有请求被拒绝（send）　64 命令写错　65 数据不能用　66 找不到文件
      69 地址或锁被占用、连不上　70 演示没演成　73 不能建立　74 读写出错　77 账号或口令不对　78 配置不对

    """
}
