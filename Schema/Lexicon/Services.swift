extension WishSchema {
  /// The lexicon's part on repairs, errands, everyday help; ``lexicon`` says how it is written.
  static let lexiconServices = #"""
    # 修理 mending
    修	mend	convenience 2
    修修	mend	convenience 2
    修一修	mend	convenience 2
    修一下	mend	convenience 2
    修理	mend	convenience 2
    维修	mend	convenience 2
    来修	mend	convenience 2
    换	mend	convenience 2
    换一换	mend	convenience 2
    换一个	mend	convenience 2
    换一下	mend	convenience 2
    检修	mend	convenience 2
    补补	mend	convenience 2
    焊一下	mend	convenience 2
    通一通	mend	convenience 2
    修好	mend	convenience 2
    弄好	mend	convenience 2
    装	mend	convenience 2
    装上	mend	convenience 2
    安装	mend	convenience 2
    装一下	mend	convenience 2
    装个	mend	convenience 2
    装一个	mend	convenience 2
    装几	mend	convenience 2
    调试	mend	convenience 2
    拆	mend	convenience 2
    拆装	mend	convenience 2
    固定	mend	convenience 2
    打孔	mend	convenience 2
    上油	mend	convenience 2
    拧	mend	convenience 2
    打眼	mend	convenience 2
    坏了	broken	convenience 1
    坏	broken	convenience 1
    烂了	broken	convenience 1
    破了	broken	convenience 1
    裂了	broken	convenience 1
    断了	broken	convenience 1
    掉了	broken	convenience 1
    漏了	broken	convenience 1
    漏	broken	convenience 1
    堵住	broken	convenience 1
    堵	broken	convenience 1
    不转	broken	convenience 1
    不亮	broken	convenience 1
    不响	broken	convenience 1
    不动	broken	convenience 1
    不工作	broken	convenience 1
    不制热	broken	convenience 1
    不出水	broken	convenience 1
    不通	broken	convenience 1
    不灵	broken	convenience 1
    打不开	broken	convenience 1
    关不上	broken	convenience 1
    关不严	broken	convenience 1
    锁不上	broken	convenience 1
    卡住	broken	convenience 1
    卡死	broken	convenience 1
    生锈	broken	convenience 1
    锈住	broken	convenience 1
    锈	broken	convenience 1
    松了	broken	convenience 1
    松动	broken	convenience 1
    脱落	broken	convenience 1
    掉皮	broken	convenience 1
    开裂	broken	convenience 1
    罢工	broken	convenience 1
    罢工了	broken	convenience 1
    失灵	broken	convenience 1
    没反应	broken	convenience 1
    没信号	broken	convenience 1
    没图像	broken	convenience 1
    花屏	broken	convenience 1
    黑屏	broken	convenience 1
    一闪一闪	broken	convenience 1
    闪	broken	convenience 1
    时好时坏	broken	convenience 1
    闹毛病	broken	convenience 1
    毛病	broken	convenience 1
    出毛病	broken	convenience 1
    故障	broken	convenience 1
    老化	broken	convenience 1
    短路	broken	convenience 1
    烧了	broken	convenience 1
    烧坏	broken	convenience 1
    冒烟	broken	convenience 1		1
    打火花/冒火花/火花	broken	convenience 1		1.5
    漏气	broken	convenience 1		1.5
    煤气味/燃气味/有煤气味	broken	convenience 1		2
    关不住	broken	convenience 1
    打不着	broken	convenience 1
    不保温	broken	convenience 1
    不加热	broken	convenience 1
    滴油	broken	convenience 1
    嗡嗡响	broken	convenience 1
    响得厉害	broken	convenience 1
    水电	deed	convenience 2.6	水电维修 2
    水电工/水电师傅	deed	convenience 2.6	水电维修 2
    电工/电路/线路/线路老化/电线/接线/布线	deed	convenience 2.6	水电维修 2
    插座/插口/插头	deed	convenience 2.6	水电维修 2
    开关	deed	convenience 2.6	水电维修 2
    灯泡/灯管/灯/日光灯/吸顶灯	deed	convenience 1.82	水电维修 2
    跳闸/电闸/空开/保险丝	deed	convenience 2.6	水电维修 2
    停电/没电/断电	deed	convenience 2.6	水电维修 2	1.2
    停水/没水/断水	deed	convenience 2.6	水电维修 2	1
    漏电	deed	convenience 2.6	水电维修 2	2
    水龙头/龙头/水嘴	deed	convenience 2.6	水电维修 2
    水管/管子/自来水管/水管漏水/漏水	deed	convenience 1.82	水电维修 2
    爆管/水管爆	deed	convenience 2.6	水电维修 2	1.5
    暖气/地暖	deed	convenience 2.6	水电维修 2	0.5
    水表/电表	deed	convenience 2.6	水电维修 2
    电灯	deed	convenience 2.6	水电维修 2
    喷头	deed	convenience 2.6	水电维修 2
    水箱/马桶水箱	deed	convenience 2.6	水电维修 2
    阀门/总阀	deed	convenience 2.6	水电维修 2
    换灯	deed	convenience 2.6	水电维修 2
    水压	deed	convenience 2.6	水电维修 2
    下水道/下水管/下水/地漏/管道/下水堵了	deed	convenience 2.2, environment 0.3	管道疏通 2
    马桶/厕所堵了/蹲坑/便池/坐便	deed	convenience 2.2, environment 0.3	管道疏通 2
    疏通/通下水	deed	convenience 2.2, environment 0.3	管道疏通 2
    堵了/堵住了/反水/倒灌/返味/冒粪水	deed	convenience 2.2, environment 0.3	管道疏通 2
    化粪池/粪水	deed	convenience 2.2, environment 1	管道疏通 2
    污水管/污水井	deed	convenience 2.2, environment 0.3	管道疏通 2
    家电/电器/家电维修/修电器	deed	convenience 2.4	家电维修 2
    制冷/加氟/不制冷	deed	convenience 2.4	家电维修 2
    遥控器	deed	convenience 2.4	家电维修 2
    机顶盒/没台/收不到台/看不了电视	deed	convenience 2.4	家电维修 2
    滤网/空调滤网/洗空调/清洗空调/清洗油烟机	deed	convenience 2.4	保洁 2.5, 家电维修 2
    门锁/锁/换锁/锁芯/锁坏/锁头/防盗锁/指纹锁	deed	convenience 2.5	开锁换锁 2
    钥匙/配钥匙/钥匙断/钥匙丢	deed	convenience 2.5	开锁换锁 2
    反锁在/进不去门/进不了门/进不了家/锁在门外/锁外面/忘带钥匙/没带钥匙	deed	convenience 2.5	开锁换锁 2	2
    开锁	deed	convenience 2.5	开锁换锁 2
    扶手/装扶手/抓杆/楼梯扶手	deed	convenience 2.2	扶手安装 2.5, 安装 2
    晾衣架坏	deed	convenience 2.2	安装 2
    窗帘杆/窗帘轨	deed	convenience 2.2	安装 2
    挂钩	deed	convenience 2.2	安装 2
    装柜子/组装/装不上/不会装/拼装	deed	convenience 2.2	安装 2
    雨棚/遮阳棚/棚顶	deed	convenience 2.2	协调联络 2.5, 安装 2
    纱窗/纱门/窗纱/换纱窗	deed	convenience 2.2	门窗玻璃 2.5, 安装 2
    玻璃/窗玻璃/窗户/窗子/推拉窗	deed	convenience 2.2	门窗玻璃 2.5, 安装 2
    热水器安装	deed	convenience 2.2	安装 2
    门铃	deed	convenience 2.2	安装 2
    防撞条	deed	convenience 2.2	安装 2
    防滑垫/防滑条/防滑	deed	convenience 1.1	安装 2
    修伞/伞骨/补伞	deed	convenience 2.2	五金修理 2
    修自行车/补胎/车胎/链条掉	deed	convenience 2.2	五金修理 2
    修轮椅/轮椅坏	deed	convenience 2.2	五金修理 2
    五金	deed	convenience 2.2	五金修理 2
    拉链/换拉链	deed	convenience 2.2	缝补 2.5, 五金修理 2
    修鞋/补鞋/鞋底/掌鞋/鞋跟	deed	convenience 2.2	修鞋 2.5, 五金修理 2
    磨刀/磨剪子/刀钝/戗菜刀	deed	convenience 2.2	磨刀 2.5, 五金修理 2
    修电动车/电动车坏	deed	convenience 2.2	修电动车 2.5, 五金修理 2
    合页/门轴/抽屉/柜门	deed	convenience 2.2	木工 2.5, 五金修理 2
    修手表	deed	convenience 2.2	五金修理 2
    修眼镜	deed	convenience 2.2	五金修理 2
    修门/门框/房门/木门/门关不上/门关不严	deed	convenience 2.2	五金修理 2.5, 木工 2.5
    修桌椅/椅子腿/床板/床腿	deed	convenience 2.2	木工 2.5, 五金修理 2
    砌墙/泥瓦工/瓦匠/泥水匠	deed	convenience 2.2	泥瓦工 2
    地砖/瓷砖/补地面/地面塌/路面/水泥/坑/坑洼/坑坑洼洼/补路/修路/台阶/路坏/路面塌	deed	convenience 2.2	泥瓦工 2
    墙皮/墙面/掉墙皮/墙裂	deed	convenience 2.2	泥瓦工 2
    屋顶/房顶/屋面/房子漏雨/屋漏/漏雨/捡瓦/瓦	deed	convenience 2.2	泥瓦工 2.5, 防水补漏 2.5
    防水/渗水/返潮/补漏	deed	convenience 2.2	泥瓦工 2.5, 防水补漏 2.5
    危房/危墙/墙要倒/快塌	deed	convenience 2.2	泥瓦工 2	2
    刷墙/粉刷/刷漆/油漆/刮腻子/墙发霉/刷白/刷一刷/刷清楚/楼号牌/门牌/楼牌	deed	convenience 2	油漆粉刷 2

    # 家务起居 at home
    打扫/打扫卫生/搞卫生/大扫除/收拾屋子/收拾/扫地拖地/家政	deed	convenience 2.3	保洁 2
    擦玻璃/擦窗户/擦窗	deed	convenience 2.3	保洁 2
    保洁/钟点工/保洁阿姨/保洁员/打扫家	deed	convenience 1.61	保洁 2
    洗油烟机/油烟机清洗/油垢	deed	convenience 2.3	保洁 2
    洗被子/洗衣服/洗洗被子/拆洗/洗床单/洗窗帘	deed	convenience 2.3	保洁 2
    除霉/清洗	deed	convenience 2.3	保洁 2
    理发/剪头发/剃头/剪发/推头/剪个头/理个发/头发长/头发/剪头/飞发	deed	convenience 2.8, health -0.3	理发 2
    刮脸/刮胡子/胡子/刮刮脸	deed	convenience 2.8, health -0.3	理发 2
    剪指甲/指甲/脚趾甲/脚指甲/修脚/灰指甲/趾甲	deed	convenience 2.4, health 0.6	护理 2, 修脚 1.5
    洗澡/帮洗澡/擦身/擦身子/洗头/助浴/冲个澡	deed	convenience 1.44, health 0.36	助浴 2.5, 老人照护 2.5, 护理 2, 修脚 1.5
    缝补/缝缝/缝一缝/补衣服/裤脚/裤腿/改裤脚/改衣服/穿针/穿不上针/扣子/钉扣子/锁边/裁缝/缝被子/改短	deed	convenience 2.4	缝补 2
    做饭/烧饭/煮饭/做顿饭/做一顿/烧菜/炒菜/厨师/掌勺	deed	convenience 1.38	烹饪 2
    包饺子/包粽子/面点/蒸馒头/烘焙/烤蛋糕	deed	convenience 2.3, culture 1.2	面点 2.5, 烹饪 2
    送饭/送餐/助餐/老年餐/老年食堂/社区食堂/食堂/饭卡/爱心食堂/长者食堂/吃饭难/没人做饭/做不了饭/一口热饭/热饭	deed	convenience 2, relief 0.5, policy 0.3	送餐上门 2, 代办跑腿 2
    搬/搬东西/抬/扛/搬不动/挪/挪一下/挪个位置/搬上楼/搬下楼/搬重物/劲大/力气大/壮劳力/出力	deed	convenience 1.5	搬运 2
    搬家/搬屋/挪窝	deed	convenience 2.5	搬运 2.5, 搬家 2.5
    旧家具/旧沙发/旧床垫/旧柜子/大件/家俱	deed	convenience 2.5, environment 0.8	搬运 2.5, 清运 2.5
    接送/车接车送/开车送/顺路/顺风车/搭车/捎/捎上/带一程/拉我们去/司机/开车/用车/有车的/送我去/送到车站/送站/接站/打不到车/打车打不到/叫不到车/不会叫车/网约车/滴滴	deed	convenience 2.2	驾车 2
    跑腿/跑一趟/代跑/帮办/代办/帮代办/上门帮办/跑不动/走不了去办/激活/社保卡激活	deed	convenience 1.2	代办跑腿 2
    代买/代买菜/买菜/帮买菜/买米/买油/代购/采购	deed	convenience 2.5	代办跑腿 2.5, 代买送菜 2.5
    快递/驿站/取快递/拿快递/取件/寄快递/包裹	deed	convenience 2.5	代办跑腿 2.5, 代取快递 2.5
    取药/拿药/代开药/买药/帮拿药/开药/配药/药快吃完	deed	convenience 2.5	代办跑腿 2.5, 代取药 2.5
    水费/电费/燃气费/交水电费/缴费/话费/交话费/取暖费	deed	convenience 1.5	代办跑腿 2
    送上门/送到家/拎不动/提不动/扛不动/拿不动	deed	convenience 2.5	搬运 2.5, 代办跑腿 2
    领快件	deed	convenience 2.5	代办跑腿 2
    取钱/取工资/银行	deed	convenience 2.5	金融服务 2.5, 代办跑腿 2
    换煤气/扛煤气罐/送煤气/煤气罐/送水	deed	convenience 2.5	搬运 2.5, 代办跑腿 2
    带娃/带孩子/看孩子/看娃/看会孩子/带半天/照看娃/看一会/带小孩/带宝宝/帮忙看娃	deed	convenience 2.6	幼儿看护 2
    托管/托班/晚托/托儿/暑托班/寒托班/四点半/放学没人管/放学没处去/放学没人接	deed	convenience 2.6	课业辅导 2.5, 幼儿看护 2.5, 课后托管 2.5
    接孩子/接娃/接放学/接一下/接送孩子/没人接/接送上学/送孩子上学	deed	convenience 2.6	驾车 2.5, 幼儿看护 2.5, 接送学生 2.5
    坐月子/月嫂/月子/新生儿	deed	convenience 1.82	护理 2.5, 月嫂 2.5, 幼儿看护 2
    保姆/阿姨/住家阿姨/育儿嫂	deed	convenience 1.3	幼儿看护 2
    照顾老人/护工/照看老人/照料/照护/看护/没人照顾/没人照看/日间照料/陪护/夜里陪/守夜	deed	convenience 2, health 0.8	老人照护 2, 护理 2
    喂饭	deed	convenience 2, health 0.8	老人照护 2, 护理 2
    翻身	deed	convenience 2, health 0.8	老人照护 2, 护理 2
    陪去医院/陪看病/陪我去医院/陪诊/陪着去医院/陪我看病/陪她看病/陪他看病/陪去看病/陪我去看/陪做检查/陪检查/陪着看/陪我去/陪去/陪老人看病/陪同	deed	convenience 2.6, health 1	陪诊 2
    帮挂号/挂号/预约挂号/挂不上号/取号	deed	convenience 2.6, health 1	手机教学 2.5, 陪诊 2
    复诊/复查/化疗日	deed	convenience 1.04, health 0.4	陪诊 2
    来回医院/去医院做/去医院透析/跑医院	deed	convenience 2.6, health 1	陪诊 2
    相亲/介绍对象/找对象/对象/找个伴/找老伴/找个老伴/红娘/做媒/说媒/牵线/搭伙/处对象/婚介/脱单/大龄/单身/未婚/个人问题/想成家/找媳妇/找个媳妇/娶媳妇/谈朋友/找男朋友/找女朋友/认识个/认识一下/圈子里没/离异	deed	convenience 2.2, culture 0.3	婚恋介绍 2
    找工作/找活/找个活/介绍工作/工作机会/就业/打工的地方/招工/上班的地方/谋份工作/找份工/份工作/找事做/做事/活干/有活干/零活/散工/打零工/兼职/临时工/就近上班/附近上班/家门口上班/保安/保洁工作/洗碗工/手工活/在家能做/在家做的/能在家做/灵活就业的活/再就业/求职/面试/简历/待业/应聘/嫌我年纪大	deed	relief 2, convenience 1.6	就业介绍 2
    学手艺/学门手艺/学技术/学门技术/手艺/技能培训/电焊/叉车/挖掘机/月嫂培训/育婴/育婴师/家政培训/考个证/考证/烹饪培训/美容美发/开店/创业/小生意/做点小买卖/摆摊/摆个摊/创业贷款/小额贷款	deed	relief 1.8, convenience 1.2	创业指导 2.5, 技能培训 2, 就业介绍 2
    网店/开网店/直播/直播带货/带货/卖货/网上卖/卖不出去/滞销/帮卖/销路/土特产	deed	relief 1.5, convenience 1.2	电商销售 2

    # 手机数码 phones
    微信/发微信/微信视频/视频通话/打视频/视频聊天/朋友圈/发语音/加好友	deed	convenience 2.2, culture 0.8	手机教学 2
    智能手机/智能机	deed	convenience 1.76, culture 0.64	手机教学 2
    用手机/学手机/不会用手机/手机不会用/玩手机/手机教/不会弄手机/弄手机/教手机/不会用	deed	convenience 0.88, culture 0.32	手机教学 2
    健康码/扫码付款/付款码/手机支付/支付宝/刷脸支付	deed	convenience 2.2, culture 0.8	手机教学 2
    抖音/刷视频/短视频/自拍/发给/拍视频	deed	convenience 2.2, culture 0.8	手机教学 2
    照片导/存照片/内存满/存不下/清理手机/手机卡/广告弹/误点/乱扣费/关掉广告	deed	convenience 2.2, culture 0.8	手机教学 2
    app/软件/下载/装软件/注册/密码忘/忘了密码/登录/验证码	deed	convenience 2.2, culture 0.8	手机教学 2
    网上挂号/网上买票/买火车票/抢票/网购/淘宝/网上买菜/线上/公众号/小程序	deed	convenience 2.2, culture 0.8	手机教学 2
    大字版/字体/字太小/老年模式	deed	convenience 2.2, culture 0.8	手机教学 2
    流量/套餐	deed	convenience 1.54, culture 0.56	手机教学 2
    wifi/无线网/路由器/宽带/网线/网速/网络/上不了网/没网/断网/掉线/信号	deed	convenience 2.4	电脑网络 2
    电脑坏/修电脑/重装系统/电脑慢/电脑卡/打印/打印机坏/办公软件	deed	convenience 2.4	电脑网络 2
    手机/手机里	thing	convenience 1.2, culture 0.4	手机教学 2
    方言/翻译/客家话/闽南话/潮汕话/上海话/四川话/粤语/白话/广东话/听不懂普通话/不会普通话/讲不清/讲不明/语言不通/当地话/本地话	deed	convenience 1.8	方言沟通 2
    普通话/学普通话/正音	deed	convenience 1.8	普通话 2.5, 方言沟通 2
    手语/聋哑/哑语/手语翻译	deed	convenience 1.8	手语 2.5, 方言沟通 2
    证件照/寸照/照寸照/身份证照片	deed	convenience 1.8	摄影 2
    遗像/老年照	deed	convenience 1.8, culture 0.6	摄影 2
    全家福/合影/婚纱照/拍照/照相/照张相/拍张/拍一张/拍张照/拍个照	deed	convenience 1.8, culture 1.8	摄影 2
    翻拍/老照片/修复照片/照片修复	deed	convenience 1.8	摄影 2

    # 公共设施 shared facilities
    路灯	place	convenience 1.8	水电维修 2.5, 协调联络 2
    楼道灯/声控灯/感应灯坏/楼梯灯	place	convenience 1.8	水电维修 2.5, 协调联络 2
    电梯/电梯坏/电梯困	place	convenience 0.96	物业协调 2.5, 协调联络 2
    单元门/门禁/对讲/大铁门/铁门/防盗门	place	convenience 1.4	协调联络 2
    健身器材/健身器/健身设施/运动器材	place	convenience 1.4	协调联络 2
    长椅/座椅/石凳/凉亭/休息的地方	place	convenience 1.4	协调联络 2
    停车/停车位/车位/停车难/占车位/乱停	place	convenience 1.2, environment 0.6	协调联络 2
    m1	place	convenience 1.2	协调联络 2
    充电桩/充电口/充电插口/充电	place	convenience 1.2	协调联络 2
    m.4	place	convenience 1.2	协调联络 2
    晾衣场/晒被子/晾晒/晾衣	place	convenience 1.4	协调联络 2
    公交/公交站/站牌/末班车/班车	place	convenience 1.4	协调联络 2
    坡道/无障碍通道/无障碍/轮椅坡道	place	convenience 1.8	安装 2.5, 协调联络 2
    公厕/公共厕所	place	convenience 0.96	协调联络 2
    e.8	place	convenience 1.2	协调联络 2
    物业/物业费/业委会/居委会/业主	place	convenience 1	物业协调 2.5, 协调联络 2
    井盖/窨井/窨井盖	place	convenience 1.6	协调联络 2
    e.4	place	convenience 1.2	协调联络 2
    m.4,!1	place	convenience 1.2	协调联络 2
    自行车棚/车棚	place	convenience 1.2	协调联络 2
    邮箱/报箱	place	convenience 1.2	协调联络 2
    菜市场/超市/便民店/早点摊/早餐点/修鞋摊/便民日	place	convenience 1.2	协调联络 2
    栏杆	place	convenience 0.72	协调联络 2
    路牌/指示牌/标识	place	convenience 0.96	协调联络 2
    大门/小区门/后门/围墙	place	convenience 1.2	协调联络 2
    楼顶/天台/楼梯间/楼梯口	place	convenience 1.2	协调联络 2
    文化室/活动场地/场地	place	convenience 1.2, culture 1.6	协调联络 2
    """#
}
