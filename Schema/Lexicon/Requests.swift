extension WishSchema {
  /// The lexicon's part on asking, needing, learning, coming to the door; ``lexicon`` says how it is written.
  static let lexiconRequests = #"""
    # 要东西的话 words that ask for a thing
    想要个/想要台/想要把/想要双/想要件/想要床/想要套/想要条/想要辆/想要副/想要付/想要支/想要张/想要块	want	relief 0.6	物资捐赠 0.7
    想要本/想要一/想要几/想要点/想要些/想要/要个/要台/要一台/要双/要件/要把/要副/要辆	want	relief 0.6	物资捐赠 0.7
    要套/要张/要盏/要盒/要罐/要箱/求一台/求一张/求一件/求一套/求一双/求一床	want	relief 0.6	物资捐赠 0.7
    求一把/求一支/求一辆/求一副/求一个/求台/求个/求件/求套/求床/求张/求副	want	relief 0.6	物资捐赠 0.7
    求把/求两/求几/求点/求赠/求捐/求资助/盼有一/盼有个/盼有台/盼得一/盼有件/盼一台/盼一件	want	relief 0.6	物资捐赠 0.7
    缺一/缺个/缺台/缺件/缺双/缺床/缺张/缺套/缺辆/少个/少台/没有一台/想有一台/想有个	want	relief 0.6	物资捐赠 0.7
    想有一个/想有件/想有双/想有把/想有一双/想有一套/想有一件/想有一辆/想弄个/想搞个/想换个/想换台/想换套/想换双	want	relief 0.6	物资捐赠 0.7
    想换床/想换张/换台新的/换个新的/换新的/想买个/想买台/想买双/想买套/想买件/想买辆/想买床/想给他要/想给她要	want	relief 0.6	物资捐赠 0.7
    想领/想讨/讨个/讨件/盼送/能送/能给/给买/帮买/舍不得买/没钱买/买一个/买一台	want	relief 0.6	物资捐赠 0.7
    有没有多余的/谁家有不用的/谁家有闲置/闲置的/旧的也行/旧点也行/旧的就行/二手的也行/二手也行/不用新的/别人用过的也行/用过的也行/八成新/想添	want	relief 0.6	物资捐赠 0.7
    添一/添个/添件/添置/赠/捐一/捐个/捐点/想得到/想穿/能有一/能有个/能有双/能有件	want	relief 0.6	物资捐赠 0.7
    想配一副/想配副/配一副/要付/求付/求一付/求一根/求一顶/求一盏/求盏/求条/求一条/求一部/求部	want	relief 0.6	物资捐赠 0.7
    要部/想要部/求一瓶/求罐/求箱/求袋/求一袋/求一块/求块/求顶/想来一/想吃/想尝/尝一口	want	relief 0.6	物资捐赠 0.7
    盼吃	want	relief 0.6	物资捐赠 0.7
    一台/一件/一双/一床/一套/一副/一付/一把/一辆/一张/一支/一根/一顶/一盏	measure	relief 0.4	物资捐赠 0.3
    一部/一箱/一袋/一罐/一桶/一盒/一块/一条/一本/两双/两件/两套/两把/两床	measure	relief 0.4	物资捐赠 0.3
    两箱/三件/1根/1台/1双/1件/1个/1套/1辆/1张/1副/1把/1床/码	measure	relief 0.4	物资捐赠 0.3
    尺码/号的/均码/XL/XXL/三码/身高/体重/鞋码/度数/300度/200度/粉色/蓝色	measure	relief 0.4	物资捐赠 0.3
    颜色/质量好/结实/结实点/耐用/厚点/厚一点/轻便/带轮子/轮子/字大/声音大/声音响/带靠背	measure	relief 0.4	物资捐赠 0.3
    带扶手的/款式/大一点的/小一点的/新的	measure	relief 0.4	物资捐赠 0.3
    家里紧巴	poor	relief 1	物资捐赠 0.3
    家里困难	poor	relief 1	物资捐赠 0.3
    家里穷	poor	relief 1	物资捐赠 0.3
    家境	poor	relief 1	物资捐赠 0.3
    家庭困难	poor	relief 1	物资捐赠 0.3
    生活困难	poor	relief 1	物资捐赠 0.3
    条件不好	poor	relief 1	物资捐赠 0.3
    条件差	poor	relief 1	物资捐赠 0.3
    手头紧	poor	relief 1	物资捐赠 0.3
    手头不宽	poor	relief 1	物资捐赠 0.3
    没钱	poor	relief 1	物资捐赠 0.3
    冇钱	poor	relief 1	物资捐赠 0.3
    拿不出钱	poor	relief 1	物资捐赠 0.3
    拿不出	poor	relief 1	物资捐赠 0.3
    没收入	poor	relief 1	物资捐赠 0.3
    没有收入	poor	relief 1	物资捐赠 0.3
    没劳力	poor	relief 1	物资捐赠 0.3
    靠低保	poor	relief 1	物资捐赠 0.3
    吃低保	poor	relief 1	物资捐赠 0.3
    低保户	poor	relief 1	物资捐赠 0.3
    低保家庭	poor	relief 1	物资捐赠 0.3
    特困	poor	relief 1	物资捐赠 0.3
    五保户	poor	relief 1	物资捐赠 0.3
    贫困户	poor	relief 1	物资捐赠 0.3
    脱贫户	poor	relief 1	物资捐赠 0.3
    建档立卡	poor	relief 1	物资捐赠 0.3
    贴补家用	poor	relief 1	物资捐赠 0.3
    捡废品	poor	relief 1	物资捐赠 0.3
    拾荒	poor	relief 1	物资捐赠 0.3
    收破烂	poor	relief 1	物资捐赠 0.3
    卖废品	poor	relief 1	物资捐赠 0.3
    单亲	poor	relief 1	物资捐赠 0.3
    单亲妈妈	poor	relief 1	物资捐赠 0.3
    单亲爸爸	poor	relief 1	物资捐赠 0.3
    孤儿	poor	relief 1	物资捐赠 0.3
    没爹没妈	poor	relief 1	物资捐赠 0.3
    无父无母	poor	relief 1	物资捐赠 0.3
    爷爷奶奶带大	poor	relief 1	物资捐赠 0.3
    跟奶奶过	poor	relief 1	物资捐赠 0.3
    跟爷爷过	poor	relief 1	物资捐赠 0.3
    跟我过	poor	relief 1	物资捐赠 0.3
    舍不得	poor	relief 1	物资捐赠 0.3
    紧巴	poor	relief 1	物资捐赠 0.3
    紧巴巴	poor	relief 1	物资捐赠 0.3
    恼火	poor	relief 1	物资捐赠 0.3
    外债	poor	relief 1	物资捐赠 0.3
    欠了一屁股债	poor	relief 1	物资捐赠 0.3
    欠债	poor	relief 1	物资捐赠 0.3
    负担重	poor	relief 1	物资捐赠 0.3
    开销大	poor	relief 1	物资捐赠 0.3
    花销大	poor	relief 1	物资捐赠 0.3
    失业在家	poor	relief 1	物资捐赠 0.3
    下岗	poor	relief 1	物资捐赠 0.3
    治病花光	poor	relief 1	物资捐赠 0.3
    花光了	poor	relief 1	物资捐赠 0.3
    因病致贫	poor	relief 1	物资捐赠 0.3
    大病	poor	relief 1	物资捐赠 0.3
    尿毒症	poor	relief 1	物资捐赠 0.3
    白血病	poor	relief 1	物资捐赠 0.3
    透析	poor	relief 1	物资捐赠 0.3
    化疗	poor	relief 1	物资捐赠 0.3
    家徒四壁	poor	relief 1	物资捐赠 0.3
    屋头恼火	poor	relief 1	物资捐赠 0.3
    日子难	poor	relief 1	物资捐赠 0.3
    日子紧	poor	relief 1	物资捐赠 0.3
    过不下去	poor	relief 1	物资捐赠 0.3
    日子过不下去	poor	relief 1	物资捐赠 0.3
    断了收入	poor	relief 1	物资捐赠 0.3
    退休金少	poor	relief 1	物资捐赠 0.3
    每月就几百	poor	relief 1	物资捐赠 0.3
    靠我一个人	poor	relief 1	物资捐赠 0.3
    拉扯	poor	relief 1	物资捐赠 0.3
    环卫工	poor	relief 1	物资捐赠 0.3
    扫马路	poor	relief 1	物资捐赠 0.3
    做保洁的	poor	relief 1	物资捐赠 0.3
    打工	poor	relief 1	物资捐赠 0.3
    务农	poor	relief 1	物资捐赠 0.3
    租的房	poor	relief 1	物资捐赠 0.3
    租房住	poor	relief 1	物资捐赠 0.3

    # 学、教 learning
    想学	learn	culture 0.8
    想学学	learn	culture 0.8
    学一学	learn	culture 0.8
    学着	learn	culture 0.8
    学会	learn	culture 0.8
    教教	learn	culture 0.8
    教我	learn	culture 0.8
    教我们	learn	culture 0.8
    教一教	learn	culture 0.8
    教一下	learn	culture 0.8
    求教	learn	culture 0.8
    请教	learn	culture 0.8
    教学	learn	culture 0.8
    教教我	learn	culture 0.8
    教会	learn	culture 0.8
    学习	learn	culture 0.8
    学	learn	culture 0.8
    教	learn	culture 0.8
    上课	learn	culture 0.8
    开课	learn	culture 0.8
    开班	learn	culture 0.8
    开个班	learn	culture 0.8
    办班	learn	culture 0.8
    培训班	learn	culture 0.8
    学习班	learn	culture 0.8
    兴趣班	learn	culture 0.8
    班	learn	culture 0.8
    课	learn	culture 0.8
    体验课	learn	culture 0.8
    公益课	learn	culture 0.8
    老师带	learn	culture 0.8
    找个老师	learn	culture 0.8
    找老师	learn	culture 0.8
    老师	learn	culture 0.8
    拜师	learn	culture 0.8
    入门	learn	culture 0.8
    初学	learn	culture 0.8
    零基础	learn	culture 0.8
    从头学	learn	culture 0.8
    跟着学	learn	culture 0.8
    一对一	learn	culture 0.8
    指点	learn	culture 0.8
    指导	learn	culture 0.8
    点拨	learn	culture 0.8
    补习	learn	culture 0.8
    报班	learn	culture 0.8
    想练	learn	culture 0.8
    练习	learn	culture 0.8
    练	learn	culture 0.8

    # 问事的话 asking
    怎么办理/怎么办手续/怎么办/咋办/咋个办/咋申请/怎么申请/如何申请/咋个申请/咋个申报/怎么申报/怎么申领/怎么领/咋领	ask	policy 0.7, legal 0.3
    在哪领/去哪领/去那领/上哪领/找谁领/去哪办/去那办/上哪办/在哪办/哪里办/哪儿办/去哪里办/去那换/去哪换	ask	policy 0.7, legal 0.3
    怎么报销/能报多少/报多少/报销比例/要啥材料/要什么材料/需要什么材料/要带啥/要哪些材料/要哪些手续/啥手续/什么手续/要啥证/拿啥子证	ask	policy 0.7, legal 0.3
    什么条件/啥条件/够不够条件/符合条件/符不符合/够格/有没有资格/能享受/享受不/能不能领/能领吗/能领多少/领多少/多少钱一个月	ask	policy 0.7, legal 0.3
    有没有补贴/有补贴/补多少/有没有优惠/优惠/标准/变没变/新规定/今年还有/还有没得/还有没有/名单	ask	policy 0.7, legal 0.3
    在不在名单/啥时候发/什么时候发/几时发/什么时候开始/啥时候/咋回事/怎么回事/是啥/是啥子/是什么/啥意思/什么意思/听说	ask	policy 0.7, legal 0.3
    不晓得去/不知道去/不知道找谁/找谁/怎么算/咋算/咋个算/怎么弄/咋弄/咋补/怎么补/咋个弄/怎么查/咋查	ask	policy 0.7, legal 0.3
    查不到/讲讲政策/说不清/问了一圈/讲解/解读/要多久/几天内/截止日期/逾期/想问问/想问/问一下	ask	policy 0.7, legal 0.3
    想问下/打听/打听打听/想打听/想了解/了解一下/想弄明白/弄明白/想搞清楚/搞不懂/弄不懂/看不懂/搞不清/办得成不	ask	policy 0.7, legal 0.3
    能不能办/能办吗/代办不	ask	policy 0.7, legal 0.3

    # 请人来 coming
    上门/来家里/到家里/来家/来屋里/到屋里/到家来/来我家/进家/到社区来/来社区/来小区/到小区/到楼下	come	convenience 0.5
    来楼下/到村里/进社区/请人/找人/求人/找个人/请师傅/师傅/请个师傅/求师傅/帮忙/帮帮/帮我	come	convenience 0.5
    帮一下/帮一把/搭把手/帮手/志愿者/义工/请来人/求来人/谁能来/谁能帮/麻烦/劳烦/代/替我	come	convenience 0.5
    给弄弄/顺便/路过	come	convenience 0.5

    # 陪、走动 company
    陪我说说话/说说话/陪聊/陪我聊聊/陪我坐坐/说话的人/说会话	deed	convenience 2, health 1	陪伴聊天 2
    唠嗑/唠唠/唠唠嗑/聊天/聊聊天/聊聊/摆龙门阵/拉呱/拉家常/谈心	deed	convenience 2, health 0.5	陪伴聊天 2
    来看看我/看望/探望	deed	convenience 2	陪伴聊天 2
    没人说话/没个说话的人/没人讲话/连个说话的都没	deed	convenience 2	陪伴聊天 2
    陪陪/陪我/陪一陪/陪一天/陪伴/陪老人/作伴/做伴	deed	convenience 2	陪伴聊天 2
    陪散步/陪遛弯/推我出去/推出去走走/推下楼/晒太阳/晒晒太阳	deed	convenience 1	陪伴聊天 2
    陪下棋	deed	convenience 2, culture 1	陪伴聊天 2
    敲门/每天来个电话/每天打个电话/问安/报平安	deed	convenience 2	陪伴聊天 2
    冷清/孤单/孤独/寂寞/空荡荡/一个人闷	deed	convenience 2, health 0.4	陪伴聊天 2
    背下楼/抬下楼/背他下楼/背她下楼/背上楼/抬上楼/抬不动/背不动/下不了楼/没下过楼/几年没下楼	deed	convenience 2.2	搬运 2, 陪同出行 2
    """#
}
