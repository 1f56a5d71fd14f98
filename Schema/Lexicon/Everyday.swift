extension WishSchema {
  /// The lexicon's part on turns of phrase about want, repairs and errands; ``lexicon`` says how it is written.
  static let lexiconEveryday = #"""
    # 说缺什么、坏什么、找谁的短语 turns of phrase about want, repair and errands
    假发	thing	relief 1.6	物资捐赠 2
    薄被/厚被/新被/被	thing	relief 1.6	物资捐赠 2
    胶皮手套/棉手套	thing	relief 1.6	物资捐赠 2
    电暖气片/暖气片/油汀	thing	relief 1.6	物资捐赠 2
    小黑板/黑板	thing	relief 1.6	物资捐赠 2
    口铁锅/铁锅	thing	relief 1.6	物资捐赠 2
    高筒胶鞋/套鞋	thing	relief 1.6	物资捐赠 2
    饭盒子/保温饭盒	thing	relief 1.6	物资捐赠 2
    能按的铃/按铃/呼叫铃/一按就响	thing	relief 1.6	物资捐赠 2
    白衬衫/衬衫/衬衣/黑裤子	thing	relief 1.6	物资捐赠 2
    小三轮	thing	relief 1.6	物资捐赠 2
    缝纫机/旧缝纫机	thing	relief 1.6	物资捐赠 2
    钢丝床/铁床/旧床	thing	relief 1.6	物资捐赠 2
    手推小车/两个轮子	thing	relief 1.6	物资捐赠 2
    大屏/大屏的手机	thing	relief 1.6	物资捐赠 2
    门帘/棉门帘	thing	relief 1.6	物资捐赠 2
    火炉/炭/木炭/柴火/柴	thing	relief 1.6	物资捐赠 2
    药费/医药费/手术费/住院费/救命钱	thing	relief 1.6	爱心捐款 2.5, 物资捐赠 2
    学费/书本费/生活费/资助	thing	relief 1.44	爱心捐款 2.5, 物资捐赠 2
    小桌子/小桌/小床/小凳子	thing	relief 1.6	物资捐赠 2
    没米了/家里没米/断粮/断顿/没吃的/没得吃/没吃没喝/揭不开锅	poor	relief 1.2	物资捐赠 2	1.2
    没钱换/没钱修/换不起/用不起/买不起/修不起/治不起/付不起/上不起/请不起/读不起/再买要/再买要两千	poor	relief 1.2	物资捐赠 2
    先借/借一袋/先借我/借点	poor	relief 1.2	物资捐赠 2
    冻得/冻裂/冻疮/冻着/缩成一团/没得盖/没盖的/炕烧不热/没煤烧/睡地上/趴在床上/打地铺/屋里空空/空荡荡的/啥都没剩/烧光/房子烧了/铺盖全泡/泡了水/淋湿	poor	relief 1.08	物资捐赠 2
    张了口/露脚趾/破洞/补丁/穿小了/太小了/穿不下/捡别人的/穿旧的	poor	relief 1.2	物资捐赠 2
    腿断了没法干/没法干活/干不了活/干不动/没人挣钱/挣不到/一个人挣/没活干/下岗几年	poor	relief 1.2	物资捐赠 2
    欠了亲戚/借遍/债还没还/债/亲戚的钱	poor	relief 1.2	物资捐赠 2
    爸妈都不在/爸爸有病/妈妈没了/妈没了/爹走了/妈跑了/没爸/没妈	poor	relief 1.2	物资捐赠 2
    捡瓶子/捡纸箱/拾瓶子	poor	relief 1.2	物资捐赠 2
    求辆/求双/求口/想要口/想要顶/要顶/给她要/给他要/想给妈/想给爸/想给妹妹/想给弟弟/想给孙子/想给孙女	want	relief 0.5	物资捐赠 0.7
    想给老伴/都要/也行/也成/也中/就成/就行/小的就行/旧的也成/盼给/盼给两/给两袋/先给/盼有床	want	relief 0.5	物资捐赠 0.7
    盼有双/盼得/添床/添双/想有张/想有块/想有个书/能有张/能有床/要床/求几件/求几袋/搞个/搞台	want	relief 0.5	物资捐赠 0.7
    弄个/弄台/整个/整台/想整/配个/配台/想盼/讨双/讨床/讨副	want	relief 0.5	物资捐赠 0.7
    会修的	mend	convenience 1.8
    会修	mend	convenience 1.8
    修不了	mend	convenience 1.8
    没人会修	mend	convenience 1.8
    没人会换	mend	convenience 1.8
    没人会弄	mend	convenience 1.8
    帮换	mend	convenience 1.8
    帮修	mend	convenience 1.8
    帮装	mend	convenience 1.8
    帮通	mend	convenience 1.8
    够不着	mend	convenience 1.8
    不敢爬	mend	convenience 1.8
    不敢弄	mend	convenience 1.8
    不敢动	mend	convenience 1.8
    弄不下来	mend	convenience 1.8
    拧不开	mend	convenience 1.8
    拧不紧	mend	convenience 1.8
    接上	mend	convenience 1.8
    粘一下	mend	convenience 1.8
    重新装	mend	convenience 1.8
    重新刷	mend	convenience 1.8
    上门修	mend	convenience 1.8
    请会修	mend	convenience 1.8
    师傅换	mend	convenience 1.8
    派个师傅	mend	convenience 1.8
    帮我换	mend	convenience 1.8
    帮我修	mend	convenience 1.8
    来换	mend	convenience 1.8
    来装	mend	convenience 1.8
    来拆	mend	convenience 1.8
    来通	mend	convenience 1.8
    拼起来	mend	convenience 1.8
    不会拼	mend	convenience 1.8
    抬走	mend	convenience 1.8
    弄走	mend	convenience 1.8
    弄下楼	mend	convenience 1.8
    拉几根	mend	convenience 1.8
    搭一个	mend	convenience 1.8
    搭个	mend	convenience 1.8
    加装	mend	convenience 1.8
    加固	mend	convenience 1.8
    垫一下	mend	convenience 1.8
    补一补	mend	convenience 1.8
    嘎吱	broken	convenience 1.2
    咯吱	broken	convenience 1.2
    吱吱响	broken	convenience 1.2
    哐哐响	broken	convenience 1.2
    脱水	broken	convenience 1.2
    满屋子走	broken	convenience 1.2
    蓝屏	broken	convenience 1.2
    卡死了	broken	convenience 1.2
    转不动	broken	convenience 1.2
    抽不动	broken	convenience 1.2
    抽不动水	broken	convenience 1.2
    冲不下去	broken	convenience 1.2
    打不着火	broken	convenience 1.2
    憋了	broken	convenience 1.2
    憋坏	broken	convenience 1.2
    滴答	broken	convenience 1.2
    滴一晚上	broken	convenience 1.2
    淌水	broken	convenience 1.2
    一直流	broken	convenience 1.2
    没声音了	broken	convenience 1.2
    没气	broken	convenience 1.2
    没气了	broken	convenience 1.2
    按不动	broken	convenience 1.2
    拧不动	broken	convenience 1.2
    踩不动	broken	convenience 1.2
    不通电	broken	convenience 1.2
    开不了机	broken	convenience 1.2
    连不上	broken	convenience 1.2
    登不上去	broken	convenience 1.2
    打不开了	broken	convenience 1.2
    收不到	broken	convenience 1.2
    掉下来	broken	convenience 1.2
    要掉	broken	convenience 1.2
    掉了半边	broken	convenience 1.2
    裂了一道	broken	convenience 1.2
    断在	broken	convenience 1.2
    脱胶	broken	convenience 1.2
    起皮	broken	convenience 1.2
    鼓包	broken	convenience 1.2
    掉灰	broken	convenience 1.2
    变形	broken	convenience 1.2
    塌了	broken	convenience 1.2
    塌下去	broken	convenience 1.2
    歪了	broken	convenience 1.2
    电表箱	deed	convenience 2.4	水电维修 2
    电箱	deed	convenience 2.4	水电维修 2
    吊扇响	deed	convenience 2.4	水电维修 2
    灯泡憋	deed	convenience 2.4	水电维修 2
    灯不亮	deed	convenience 2.4	水电维修 2
    灯暗	deed	convenience 2.4	水电维修 2
    灯全坏	deed	convenience 2.4	水电维修 2
    没灯	deed	convenience 2.4	水电维修 2
    一盏灯	deed	convenience 2.4	水电维修 2
    灯坏	deed	convenience 2.4	水电维修 2
    水管工	deed	convenience 2.4	水电维修 2
    换个垫子	deed	convenience 2.4	水电维修 2
    换垫子	deed	convenience 2.4	水电维修 2
    水费翻倍	deed	convenience 2.4	水电维修 2
    暖气不热	deed	convenience 2.4	水电维修 2
    暖气一点不热	deed	convenience 2.4	水电维修 2
    供热	deed	convenience 2.4	水电维修 2
    花洒	deed	convenience 2.4	水电维修 2
    淋浴	deed	convenience 2.4	水电维修 2
    水池	deed	convenience 2.4	水电维修 2
    水槽	deed	convenience 2.4	水电维修 2
    水龙头坏	deed	convenience 2.4	水电维修 2
    网上办	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    网上交	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    网上交电费	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    不会网上	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    网上预约	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    约号	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    号没了	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    挂个号	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    打印个	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    复印	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    寻猫	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    寻狗	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    贴几张	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    捎点	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    带点菜	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    带点药	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    捎点米	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    捎点菜	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    帮拿	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    帮取	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    帮送	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    帮带	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    帮交	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    领着去	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    有人领着	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    寄东西	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    寄包裹	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    邮寄	deed	convenience 2.4	代办跑腿 2, 手机教学 1
    扫码	deed	convenience 2.4, culture 0.5	手机教学 2
    不收现钱	deed	convenience 2.4, culture 0.5	手机教学 2
    不收现金	deed	convenience 2.4, culture 0.5	手机教学 2
    付钱	deed	convenience 2.4, culture 0.5	手机教学 2
    发红包	deed	convenience 2.4, culture 0.5	手机教学 2
    抢红包	deed	convenience 2.4, culture 0.5	手机教学 2
    跳出来	deed	convenience 2.4, culture 0.5	手机教学 2
    老跳	deed	convenience 2.4, culture 0.5	手机教学 2
    点错	deed	convenience 2.4, culture 0.5	手机教学 2
    扣了	deed	convenience 2.4, culture 0.5	手机教学 2
    乱扣	deed	convenience 2.4, culture 0.5	手机教学 2
    广告	deed	convenience 2.4, culture 0.5	手机教学 2
    没声音	deed	convenience 2.4, culture 0.5	手机教学 2
    接不到电话	deed	convenience 2.4, culture 0.5	手机教学 2
    音量	deed	convenience 2.4, culture 0.5	手机教学 2
    铃声	deed	convenience 2.4, culture 0.5	手机教学 2
    通讯录	deed	convenience 2.4, culture 0.5	手机教学 2
    存号码	deed	convenience 2.4, culture 0.5	手机教学 2
    拨号	deed	convenience 2.4, culture 0.5	手机教学 2
    视频打不开	deed	convenience 2.4, culture 0.5	手机教学 2
    手把手	deed	convenience 2.4, culture 0.5	手机教学 2
    智能电视	deed	convenience 2.4, culture 0.5	手机教学 2
    登不上	deed	convenience 2.4, culture 0.5	手机教学 2
    刷卡	deed	convenience 2.4, culture 0.5	手机教学 2
    手机老	deed	convenience 2.4, culture 0.5	手机教学 2
    照看半天	deed	convenience 2.2	老人照护 2
    照看一下	deed	convenience 2.2	老人照护 2
    看一下老人	deed	convenience 2.2	老人照护 2
    看着老人	deed	convenience 2.2	老人照护 2
    看住他	deed	convenience 2.2	老人照护 2
    照看老头	deed	convenience 2.2	老人照护 2
    替我看着	deed	convenience 2.2	老人照护 2
    替班	deed	convenience 2.2	老人照护 2
    顶一会儿	deed	convenience 2.2	老人照护 2
    喘口气	deed	convenience 2.2	老人照护 2
    搭手	deed	convenience 2.2	老人照护 2
    伺候不过来	deed	convenience 2.2	老人照护 2
    陪床	deed	convenience 2.2	老人照护 2
    每天有人敲	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    有人敲敲门	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    敲敲门	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    倒下没人知道	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    没人知道	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    没人晓得	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    死了都没人	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    一天没说话	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    隔三差五	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    来坐坐	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    来走走	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    常来看看	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    陪我吃	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    陪吃顿饭	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    一起吃饭	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    一个人吃饭	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    冷冷清清	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    想要个伴	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    要个伴	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    有个伴	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    老姐姐	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    想见一面	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    想见见	deed	convenience 2.2, health 0.3	上门探望 2, 陪伴聊天 2
    成个家	deed	convenience 2.4	婚恋介绍 2
    找个能	deed	convenience 2.4	婚恋介绍 2
    说到一块	deed	convenience 2.4	婚恋介绍 2
    合得来	deed	convenience 2.4	婚恋介绍 2
    老伴儿	deed	convenience 2.4	婚恋介绍 2
    搭个伴	deed	convenience 2.4	婚恋介绍 2
    单着	deed	convenience 2.4	婚恋介绍 2
    还单着	deed	convenience 2.4	婚恋介绍 2
    光棍	deed	convenience 2.4	婚恋介绍 2
    没成家	deed	convenience 2.4	婚恋介绍 2
    三十好几	deed	convenience 2.4	婚恋介绍 2
    四十岁了还	deed	convenience 2.4	婚恋介绍 2
    剩女	deed	convenience 2.4	婚恋介绍 2
    剩男	deed	convenience 2.4	婚恋介绍 2
    离过婚	deed	convenience 2.4	婚恋介绍 2
    牵个线	deed	convenience 2.4	婚恋介绍 2
    过日子的	deed	convenience 2.4	婚恋介绍 2
    离家近的	deed	relief 2, convenience 1.4	就业介绍 2
    离家近点	deed	relief 2, convenience 1.4	就业介绍 2
    啥都肯干	deed	relief 2, convenience 1.4	就业介绍 2
    什么都肯干	deed	relief 2, convenience 1.4	就业介绍 2
    都肯干	deed	relief 2, convenience 1.4	就业介绍 2
    能顾家的活	deed	relief 2, convenience 1.4	就业介绍 2
    顾家的活	deed	relief 2, convenience 1.4	就业介绍 2
    扫地的活	deed	relief 2, convenience 1.4	就业介绍 2
    扫地	deed	relief 2, convenience 1.4	就业介绍 2
    看大门	deed	relief 2, convenience 1.4	就业介绍 2
    会开车	deed	relief 2, convenience 1.4	就业介绍 2
    会做饭	deed	relief 2, convenience 1.4	就业介绍 2
    厂子黄了	deed	relief 2, convenience 1.4	就业介绍 2
    厂子倒	deed	relief 2, convenience 1.4	就业介绍 2
    没人要	deed	relief 2, convenience 1.4	就业介绍 2
    找份	deed	relief 2, convenience 1.4	就业介绍 2
    有份活	deed	relief 2, convenience 1.4	就业介绍 2
    有个活	deed	relief 2, convenience 1.4	就业介绍 2
    活都行	deed	relief 2, convenience 1.4	就业介绍 2
    挣点零花	deed	relief 2, convenience 1.4	就业介绍 2
    补贴家用	deed	relief 2, convenience 1.4	就业介绍 2
    做早点	deed	relief 1.8, convenience 1	技能培训 2
    做糕点	deed	relief 1.8, convenience 1	技能培训 2
    学做	deed	relief 1.8, convenience 1	技能培训 2
    养家	deed	relief 1.8, convenience 1	技能培训 2
    摆个小摊	deed	relief 1.8, convenience 1	技能培训 2
    开个小店	deed	relief 1.8, convenience 1	技能培训 2
    学开	deed	relief 1.8, convenience 1	技能培训 2
    学修	deed	relief 1.8, convenience 1	技能培训 2
    学理发	deed	relief 1.8, convenience 1	技能培训 2
    学厨	deed	relief 1.8, convenience 1	技能培训 2
    坡	place	convenience 1.6	协调联络 2
    要个坡	place	convenience 1.6	协调联络 2
    修个坡	place	convenience 1.6	协调联络 2
    没个坐的	place	convenience 1.6	协调联络 2
    没地方坐	place	convenience 1.6	协调联络 2
    歇脚	place	convenience 1.6	协调联络 2
    站得腿软	place	convenience 1.6	协调联络 2
    没处晾	place	convenience 1.6	协调联络 2
    没处晒	place	convenience 1.6	协调联络 2
    晾绳	place	convenience 1.6	协调联络 2
    拉绳	place	convenience 1.6	协调联络 2
    没地方停	place	convenience 1.6	协调联络 2
    没处停	place	convenience 1.6	协调联络 2
    停车没规矩	place	convenience 1.6	协调联络 2
    没规矩	place	convenience 1.6	协调联络 2
    多装几个	place	convenience 1.6	协调联络 2
    多设	place	convenience 1.6	协调联络 2
    设一个	place	convenience 1.6	协调联络 2
    建一个	place	convenience 1.6	协调联络 2
    盼建	place	convenience 1.6	协调联络 2
    增设	place	convenience 1.6	协调联络 2
    加个	place	convenience 1.6	协调联络 2
    加一个	place	convenience 1.6	协调联络 2
    加几个	place	convenience 1.6	协调联络 2
    放一台	place	convenience 1.6	协调联络 2
    放一张	place	convenience 1.6	协调联络 2
    快递柜	place	convenience 1.6	协调联络 2
    打印机放	place	convenience 1.6	协调联络 2
    台阶太高	place	convenience 1.6	协调联络 2
    上不去	place	convenience 1.6	协调联络 2
    进不去	place	convenience 1.6	协调联络 2
    出不了门	place	convenience 1.6	协调联络 2
    电梯停	place	convenience 1.6	协调联络 2
    淋锈	place	convenience 1.6	协调联络 2
    雨天	place	convenience 1.6	协调联络 2
    摔过人	place	convenience 1.6	协调联络 2
    踩空	place	convenience 1.6	协调联络 2
    石栏杆	place	convenience 1.6	协调联络 2
    断了一截	place	convenience 1.6	协调联络 2
    没下文	place	convenience 1.6	协调联络 2
    反映过	place	convenience 1.6	协调联络 2
    没人理	place	convenience 1.6	协调联络 2
    没人管	place	convenience 1.6	协调联络 2
    管一管	place	convenience 1.6	协调联络 2
    谁来管	place	convenience 1.6	协调联络 2
    管管	place	convenience 1.6	协调联络 2
    派人	place	convenience 1.6	协调联络 2
    没人修	place	convenience 1.6	协调联络 2
    街上	place	convenience 1.6	协调联络 2
    巷子	place	convenience 1.6	协调联络 2
    院里	place	convenience 1.6	协调联络 2
    小区里	place	convenience 1.6	协调联络 2
    院子	place	convenience 1.6	协调联络 2
    """#
}
