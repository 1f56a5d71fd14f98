extension WishSchema {
  /// The lexicon's part on quarrels and safety; ``lexicon`` says how it is written.
  static let lexiconPeace = #"""
    # 邻里纠纷 quarrels
    调解/调解员/人民调解/劝架/说和/说说和/评理/评评理/讲和/劝劝/劝一劝/去劝/帮劝/说说理/公道/公道人/主持公道/从中说和/说合/和解/做做工作/做工作/去说说/居中/调停	quarrel	mediation 2.6	调解 2
    吵架/吵起来/闹矛盾/矛盾/闹翻/闹僵/红过脸/红脸/吵/争吵/打起来/打架/动手/骂人/骂/骂街/堵门/结怨/结仇/冤家/不讲理/蛮不讲理/说不通/谈不拢/互不相让/僵/撕破脸/翻脸	quarrel	mediation 2.34	调解 2
    不说话了/不讲话/互不理睬/互相不搭理/不搭理/不来往/断了来往/老死不相往来/伤和气/伤了和气/和气	quarrel	mediation 2.08	调解 2
    纠纷/邻里纠纷/扯皮/踢皮球/推来推去/互相推	quarrel	mediation 2.34	调解 2
    婆媳/婆婆/儿媳/儿媳妇/媳妇/公婆/兄弟不和/妯娌/亲家/父子/母子关系/家庭矛盾/家里闹/夫妻吵/两口子/小两口/吵着离/管教/动过手/兄弟俩/轮流养/手心手背	quarrel	mediation 2.08	家庭调解 1, 调解 2
    噪音/噪声/扰民/太吵/吵死/吵死人/吵得/闹到/吵人/闹腾/喧哗/喧闹/咚咚/咚咚响/咣咣/跺脚/拖椅子/拖桌子/蹦跳/跑跳/蹦/敲敲打打/电钻/钻墙/砸墙	quarrel	mediation 2.4, environment 0.6	调解 2, 邻里调解 0.8
    装修/装修吵/装修声/敲墙	quarrel	mediation 1.4, environment 0.35	调解 2, 邻里调解 0.8
    麻将馆/麻将/打麻将/棋牌室/打牌吵	quarrel	mediation 1.4, environment 0.35	调解 2, 邻里调解 0.8
    广场舞太吵/音响太大/音响开/大喇叭吵/喇叭吵/外放/唱k/ktv/卡拉ok/练琴吵/练琴	quarrel	mediation 1.2, environment 0.3	调解 2, 邻里调解 0.8
    狗叫/犬吠/狗吠/养狗/遛狗/不拴绳/没拴绳/拴绳/大狗/恶犬/流浪狗/野狗/鸡叫/养鸡/公鸡/养鸽子/鸽子	quarrel	mediation 1.3, environment 0.33	调解 2, 邻里调解 0.8
    外机/空调外机/油烟/排烟/油烟熏/烧烤/烧烤摊/大排档/夜宵摊/烟熏	quarrel	mediation 1.2, environment 0.9	调解 2, 邻里调解 0.8
    半夜/深更半夜/凌晨/大半夜/半夜三更/夜里吵/到半夜/睡不了觉/觉都睡不/没法睡	quarrel	mediation 2.16, environment 0.54	调解 2, 邻里调解 0.8
    上下楼邻居/我家门口堆	quarrel	mediation 1.68, environment 0.42	调解 2, 邻里调解 0.8
    占道/占了/霸占/抢占/占用/侵占/圈地/私占/公摊/公共楼道/楼道堆/堆在楼道/堵楼道/通道堵/堆门口	quarrel	mediation 1.4, environment 0.6	调解 2
    违建/私搭乱建/搭建/违章/私自/封阳台/焊/铁栅栏/防盗窗	quarrel	mediation 1.4, environment 0.5	调解 2
    界线/地界/宅基地纠纷/墙根/滴水檐/采光/挡光/挡了光/挡住/遮光	quarrel	mediation 1.6, legal 0.5	调解 2
    漏到楼下/漏到我家/泡了/把我家/流进我家/渗到/天花板	quarrel	mediation 1	调解 2
    车位纠纷/抢车位/占我车位/私装地锁/地锁/僵尸车/堵我车	quarrel	mediation 1.4	调解 2
    争/抢/为抢/为了抢/分歧/不同意/不签字/反对	quarrel	mediation 1.76	调解 2
    赔/不赔/愿意赔/不认/不关他事/不肯/不讲道理/耍赖	quarrel	mediation 1.98, legal 0.5	调解 2
    孩子打架/同学打架/打架两家/被欺负/欺负/校园欺凌/霸凌/孤立	quarrel	mediation 1.98	调解 2
    物业吵/业主群/物业费纠纷/跟物业	quarrel	mediation 2.2	调解 2

    # 治安 safety
    巡逻/夜巡/巡一巡/巡一下/治安/不安全/民警/社区民警/保安管	safety	mediation 1.6	治安巡逻 2
    小偷/被偷/偷/偷走/偷东西/偷电瓶/失窃/丢车/电瓶被偷/撬门/撬锁/翻进来/翻墙/踩点/贼/入室/盗窃	safety	mediation 2.52	治安巡逻 2	0.5
    生人/陌生人/生面孔/可疑/可疑的人/形迹可疑/鬼鬼祟祟/尾随/跟踪/跟着我/盯梢/流氓/醉汉/醉鬼/喝醉/闹事/小混混/混混/群租/群租房/传销/赌博/聚赌/黄赌毒/骚扰/敲诈/恐吓/威胁	safety	mediation 2.52	治安巡逻 2	0.6
    不敢走/害怕/吓人/吓死人/心慌慌/不敢出门	safety	mediation 1.96	治安巡逻 2
    晚自习/夜路/走夜路/黑灯瞎火/黑漆漆/摸黑	safety	mediation 1.12	治安巡逻 2
    走失/走丢/找不到家/迷路/丢了人/失踪	safety	mediation 2.52	治安巡逻 2	2
    吸毒/禁毒/毒品	safety	mediation 2.8	禁毒宣传 2.5, 治安巡逻 2
    邪教/迷信	safety	mediation 2.8	治安巡逻 2
    反诈/防诈骗/反诈骗/诈骗/骗子/骗局/诈骗电话/骚扰电话/陌生电话/刷单/中奖/假警察/杀猪盘/转账/转钱/被骗/差点被骗/骗老人/免费领鸡蛋/免费鸡蛋/卖保健品/推销/骗钱/洗脑/投资理财/高利息/高回报/集资/非法集资	safety	mediation 2.34	反诈宣传 2
    监控/摄像头/探头/装监控/装探头/电子眼/报警器/烟雾报警/烟感/燃气报警/一键呼叫/呼叫器/防盗/防盗网/防盗玻璃/猫眼/可视门铃	safety	mediation 2.6, convenience 0.3	安防安装 2
    高空抛物/抛物/往下扔/楼上扔/从楼上扔/往楼下扔/扔东西下来/扔烟头/扔瓶子/砸下来/差点砸到/砸到/砸着	safety	mediation 2.34, convenience 0.27	安防安装 2	1
    消防/消防通道/消防演练/灭火器/灭火/消防栓/消火栓/火灾/着火/起火/火警/逃生/应急演练/防火/安全隐患/隐患	safety	mediation 2.34, convenience 0.45	消防安全 2	0.5
    飞线充电/飞线/飞线充/拉线充电/进楼充电/楼道充电/推进电梯/电动车进电梯/电动车进楼/电瓶车上楼/电瓶车进/楼道停车/电瓶充	safety	mediation 2.34, convenience 0.45	消防安全 2	0.6
    煤气中毒/一氧化碳/用气安全/用电安全/私拉电线/乱拉电线/电线裸露/线裸着/电线垂/电线耷拉	safety	mediation 1.82, convenience 0.8	消防安全 2	1.2
    放炮/放鞭炮/鞭炮/烟花爆竹/烧纸	safety	mediation 1.82, convenience 0.35	消防安全 2
    交通/交通安全/红绿灯/绿灯/斑马线/过马路/车速快/开得快/超速/飙车/乱窜/逆行/横冲直撞/人车混行/单行道/减速带/路口/护栏/盲区/凸面镜/广角镜/堵车/接送堵	safety	mediation 1.92, convenience 0.32	交通安全 2, 协调联络 0.8
    校门口/学校门口/护学/护学岗/上下学/放学路上/学生过街	safety	mediation 1.68, convenience 0.28	交通安全 2, 协调联络 0.8
    大货车/渣土车/货车	safety	mediation 1.92, convenience 0.32, environment 0.4	交通安全 2, 协调联络 0.8
    """#
}
