extension WishSchema {
  /// The lexicon's part on things that people ask for; ``lexicon`` says how it is written.
  static let lexiconThings = #"""
    # 家里的电器 appliances
    微波炉	thing	relief 1, convenience 0.3	物资捐赠 2
    电磁炉/电炒锅	thing	relief 1, convenience 0.3	物资捐赠 2
    电饭煲/电饭锅/饭煲/电饭	thing	relief 1, convenience 0.3	物资捐赠 2
    电水壶/热水壶/烧水壶/电热壶	thing	relief 1, convenience 0.3	物资捐赠 2
    电压力锅/高压锅/压力锅	thing	relief 1, convenience 0.3	物资捐赠 2
    电冰箱/冰箱/雪柜/冰柜/小冰箱	thing	relief 1, convenience 0.3	物资捐赠 2
    洗衣机/半自动洗衣机	thing	relief 1, convenience 0.3	物资捐赠 2
    电视机/电视/彩电	thing	relief 1, convenience 0.3	物资捐赠 2
    空调/冷气	thing	relief 1, convenience 0.3	物资捐赠 2
    电风扇/电扇/落地扇/风扇/吊扇/台扇/落地电扇/吊风扇	thing	relief 1, convenience 0.3	物资捐赠 2
    热水器/淋浴器/电热水器/太阳能热水器	thing	relief 1, convenience 0.3	物资捐赠 2
    取暖器/电暖器/电暖气/小太阳/暖风机/取暖炉	thing	relief 1, convenience 0.3	物资捐赠 2
    油烟机/抽油烟机	thing	relief 1, convenience 0.3	物资捐赠 2
    排气扇/换气扇/排风扇	thing	relief 1, convenience 0.3	物资捐赠 2
    煤气灶/燃气灶/灶具/灶台	thing	relief 1, convenience 0.3	物资捐赠 2
    电吹风/吹风机	thing	relief 1, convenience 0.3	物资捐赠 2
    吸尘器	thing	relief 1, convenience 0.3	物资捐赠 2
    加湿器	thing	relief 1, convenience 0.3	物资捐赠 2
    除湿机	thing	relief 1, convenience 0.3	物资捐赠 2
    空气净化器	thing	relief 1, convenience 0.3	物资捐赠 2
    净水器/净水机	thing	relief 1, convenience 0.3	物资捐赠 2
    饮水机	thing	relief 1, convenience 0.3	物资捐赠 2
    豆浆机	thing	relief 1, convenience 0.3	物资捐赠 2
    榨汁机	thing	relief 1, convenience 0.3	物资捐赠 2
    料理机	thing	relief 1, convenience 0.3	物资捐赠 2
    破壁机	thing	relief 1, convenience 0.3	物资捐赠 2
    电饼铛	thing	relief 1, convenience 0.3	物资捐赠 2
    消毒柜	thing	relief 1, convenience 0.3	物资捐赠 2
    洗碗机	thing	relief 1, convenience 0.3	物资捐赠 2
    电熨斗/熨斗	thing	relief 1, convenience 0.3	物资捐赠 2
    挂烫机	thing	relief 1, convenience 0.3	物资捐赠 2
    蚊香液	thing	relief 1, convenience 0.3	物资捐赠 2
    插线板/接线板/排插/插排	thing	relief 1, convenience 0.3	物资捐赠 2
    充电器	thing	relief 1, convenience 0.3	物资捐赠 2
    充电宝	thing	relief 1, convenience 0.3	物资捐赠 2
    小音箱/音响	thing	relief 1, convenience 0.3	物资捐赠 2
    录音机	thing	relief 1, convenience 0.3	物资捐赠 2
    VCD	thing	relief 1, convenience 0.3	物资捐赠 2
    DVD	thing	relief 1, convenience 0.3	物资捐赠 2
    影碟机	thing	relief 1, convenience 0.3	物资捐赠 2
    收音机/半导体/戏匣子/老机子	thing	relief 1.2, culture 0.4	物资捐赠 2
    唱戏机/听戏机/唱戏的匣子	thing	relief 1.2, culture 0.4	物资捐赠 2
    MP3	thing	relief 1.2, culture 0.4	物资捐赠 2
    看戏机	thing	relief 1.2, culture 0.4	物资捐赠 2
    播放器/放歌的	thing	relief 1.2, culture 0.4	物资捐赠 2
    随身听	thing	relief 1.2, culture 0.4	物资捐赠 2
    故事机	thing	relief 1.2, culture 0.4	物资捐赠 2
    学习机/点读机/早教机	thing	relief 1.2, culture 0.4	物资捐赠 2
    平板/平板电脑/ipad	thing	relief 1.2, culture 0.4	物资捐赠 2
    电脑/笔记本电脑/台式机	thing	relief 1.2, culture 0.4	物资捐赠 2
    打印机	thing	relief 1.2, culture 0.4	物资捐赠 2
    复读机	thing	relief 1.2, culture 0.4	物资捐赠 2
    耳机	thing	relief 1.2, culture 0.4	物资捐赠 2
    电话手表/儿童手表/手表/太空手表	thing	relief 1.2, culture 0.4	物资捐赠 2
    台灯/护眼灯/护眼台灯	thing	relief 1.2, culture 0.4	物资捐赠 2
    小夜灯	thing	relief 1.2, culture 0.4	物资捐赠 2
    闹钟/挂钟	thing	relief 1.2, culture 0.4	物资捐赠 2
    电子琴玩具	thing	relief 1.2, culture 0.4	物资捐赠 2
    词典笔/电子词典	thing	relief 1.2, culture 0.4	物资捐赠 2
    计算器	thing	relief 1.2, culture 0.4	物资捐赠 2
    老人机/老年机/老年手机/按键手机	thing	relief 1.3	物资捐赠 2
    手电/手电筒/电筒/头灯	thing	relief 1.3	物资捐赠 2
    感应灯	thing	relief 1.3	物资捐赠 2
    应急灯	thing	relief 1.3	物资捐赠 2

    # 铺盖床品 bedding
    被子/棉被/被褥/铺盖/厚被子/棉絮/被窝/盖的	thing	relief 1.8	物资捐赠 2
    四件套/床上用品/床单/被套/被单/床单被罩/枕套	thing	relief 1.8	物资捐赠 2
    毛毯/毯子/小被子/盖毯	thing	relief 1.8	物资捐赠 2
    电热毯/电褥子	thing	relief 1.8	物资捐赠 2
    褥子/床垫/垫被/褥垫	thing	relief 1.8	物资捐赠 2
    枕头	thing	relief 1.8	物资捐赠 2
    凉席/席子/草席	thing	relief 1.8	物资捐赠 2
    蚊帐	thing	relief 1.8	物资捐赠 2
    气垫床/防褥疮床垫/防褥疮垫	thing	relief 1.8, health 0.5	物资捐赠 2
    床/折叠床/单人床/上下铺	thing	relief 0.9	物资捐赠 2
    卡垫/坐垫/靠垫/椅垫	thing	relief 1.8	物资捐赠 2
    地毯	thing	relief 1.8	物资捐赠 2
    窗帘	thing	relief 1.8	物资捐赠 2
    沙发	thing	relief 1.08	物资捐赠 2
    暖水袋/热水袋/暖手宝/暖宝宝	thing	relief 1.8	物资捐赠 2
    汤婆子	thing	relief 1.8	物资捐赠 2
    护理垫/尿垫/隔尿垫	thing	relief 1.8	物资捐赠 2
    成人纸尿裤/成人尿不湿/尿不湿/纸尿裤/纸尿片	thing	relief 1.8	物资捐赠 2

    # 衣着 clothing
    衣服/衣裳/新衣/新衣裳/新衣服/外衣	thing	relief 2	物资捐赠 2
    棉衣/棉袄/棉服/袄子/厚衣服/厚外套	thing	relief 2	物资捐赠 2
    羽绒服	thing	relief 2	物资捐赠 2
    外套/夹克/大衣	thing	relief 2	物资捐赠 2
    毛衣/毛线衣	thing	relief 2	物资捐赠 2
    秋衣秋裤/保暖内衣/保暖衣/秋衣/秋裤	thing	relief 2	物资捐赠 2
    内衣/内裤	thing	relief 2	物资捐赠 2
    裤子/棉裤/长裤	thing	relief 2	物资捐赠 2
    裙子/连衣裙/公主裙	thing	relief 2	物资捐赠 2
    校服	thing	relief 2	物资捐赠 2
    袜子/棉袜	thing	relief 2	物资捐赠 2
    帽子/毛线帽	thing	relief 2	物资捐赠 2
    围巾/围脖	thing	relief 2	物资捐赠 2
    手套	thing	relief 2	物资捐赠 2
    护膝/护腰/护腕	thing	relief 2	物资捐赠 2
    雨衣/分体雨衣/雨披	thing	relief 2	物资捐赠 2
    雨靴/雨鞋/胶鞋/水鞋	thing	relief 2	物资捐赠 2
    雨伞/伞/把伞/拐杖伞	thing	relief 2	物资捐赠 2
    鞋子/鞋/新鞋/双鞋	thing	relief 2	物资捐赠 2
    棉鞋/保暖鞋/雪地靴	thing	relief 2	物资捐赠 2
    运动鞋/球鞋/跑鞋/旅游鞋	thing	relief 2	物资捐赠 2
    老年鞋/防滑鞋/老人鞋	thing	relief 2	物资捐赠 2
    布鞋	thing	relief 2	物资捐赠 2
    凉鞋/拖鞋/防滑拖鞋	thing	relief 2	物资捐赠 2
    皮鞋	thing	relief 2	物资捐赠 2
    劳保鞋/工作鞋	thing	relief 2	物资捐赠 2
    睡衣	thing	relief 2	物资捐赠 2
    冲锋衣	thing	relief 2	物资捐赠 2
    背心	thing	relief 2	物资捐赠 2
    马甲	thing	relief 2	物资捐赠 2
    唐装/寿衣	thing	relief 2	物资捐赠 2
    书包/新书包/背包/双肩包	thing	relief 2	物资捐赠 2
    行李箱/拉杆箱/皮箱/箱子	thing	relief 2	物资捐赠 2
    拉杆车/买菜车/购物车/小推车/拉车	thing	relief 0.6	物资捐赠 2
    保温杯/水杯/水壶/杯子	thing	relief 2	物资捐赠 2
    保温桶/保温瓶/暖瓶/热水瓶/暖壶	thing	relief 2	物资捐赠 2
    饭盒	thing	relief 2	物资捐赠 2
    泡脚桶/泡脚盆/洗脚盆/足浴盆/足浴桶	thing	relief 2	物资捐赠 2
    足疗仪/按摩仪/按摩器/按摩椅/颈椎按摩仪	thing	relief 2	物资捐赠 2
    脸盆/盆	thing	relief 2	物资捐赠 2
    毛巾/浴巾	thing	relief 2	物资捐赠 2
    牙刷牙膏	thing	relief 2	物资捐赠 2
    洗衣液/洗洁精/肥皂/香皂	thing	relief 2	物资捐赠 2
    洗发水/沐浴露	thing	relief 2	物资捐赠 2
    卫生纸/抽纸/纸巾	thing	relief 2	物资捐赠 2
    卫生巾	thing	relief 2	物资捐赠 2

    # 家具厨具 furniture and kitchen
    书桌/课桌/学习桌/写字台/写字桌	thing	relief 1.5	物资捐赠 2
    书柜/书架	thing	relief 1.5	物资捐赠 2
    桌子/饭桌/餐桌/折叠桌	thing	relief 1.5	物资捐赠 2
    椅子/凳子/板凳/小凳	thing	relief 1.5	物资捐赠 2
    衣柜/柜子/橱柜/碗柜/衣橱	thing	relief 1.5	物资捐赠 2
    鞋架/鞋柜	thing	relief 1.5	物资捐赠 2
    晾衣架/晾衣杆	thing	relief 1.5	物资捐赠 2
    炒锅/锅/不沾锅/不粘锅/煎锅/平底锅	thing	relief 1.5	物资捐赠 2
    蒸锅/汤锅/砂锅	thing	relief 1.5	物资捐赠 2
    菜刀/菜板/砧板	thing	relief 1.5	物资捐赠 2
    碗筷/碗/盘子	thing	relief 1.5	物资捐赠 2
    米桶	thing	relief 1.5	物资捐赠 2
    炉子/煤炉/柴火炉	thing	relief 1.5	物资捐赠 2
    蜂窝煤/煤	thing	relief 1.5	物资捐赠 2
    液化气罐	thing	relief 0.75	物资捐赠 2
    太阳能灯	thing	relief 1.5	物资捐赠 2

    # 吃的 food
    大米/米面/米面油/米面粮油/一袋米/斤米/袋米	thing	relief 0.6	物资捐赠 2
    食用油/桶油/菜油/花生油	thing	relief 2.2	物资捐赠 2
    面粉	thing	relief 2.2	物资捐赠 2
    鸡蛋	thing	relief 2.2	物资捐赠 2
    牛奶/纯牛奶/鲜奶/奶	thing	relief 2.2	物资捐赠 2
    奶粉/羊奶粉/成人奶粉/高钙奶粉/中老年奶粉	thing	relief 2.2	物资捐赠 2
    蛋白粉	thing	relief 2.2	物资捐赠 2
    营养品/补品/滋补品	thing	relief 2.2	物资捐赠 2
    猪肉/腊肉/肉	thing	relief 2.2	物资捐赠 2
    水果	thing	relief 2.2	物资捐赠 2
    零食/糖果	thing	relief 2.2	物资捐赠 2
    月饼	thing	relief 2.2	物资捐赠 2
    粽子	thing	relief 2.2	物资捐赠 2
    饺子	thing	relief 1.54	物资捐赠 2
    汤圆	thing	relief 2.2	物资捐赠 2
    年货	thing	relief 2.2	物资捐赠 2
    生日蛋糕/蛋糕	thing	relief 2.2	物资捐赠 2
    肯德基/汉堡/麦当劳/披萨/炸鸡	thing	relief 2.2	物资捐赠 2
    火锅	thing	relief 2.2	物资捐赠 2
    维生素/钙片	thing	relief 2.2	物资捐赠 2
    代餐	thing	relief 2.2	物资捐赠 2
    流食/营养液/营养粉	thing	relief 2.2, health 0.5	物资捐赠 2
    米粉/辅食	thing	relief 2.2	物资捐赠 2
    木糖醇/无糖食品	thing	relief 2.2	物资捐赠 2

    # 老弱病残用的 aids
    轮椅/手推轮椅/轮椅车/推车/坐着能推的车/带轮子的椅子/手推车	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    电动轮椅	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    助行器/助步器/学步车/四脚架/行走架/助行架	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    拐杖/拐棍/四脚拐杖/拐/手杖/腋拐/双拐	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    助听器/耳机子/听的东西/助听的	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    洗澡凳/洗澡椅/淋浴椅/沐浴椅/浴凳	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    坐便椅/坐便器/坐便凳/马桶椅/移动马桶/坐厕椅	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    马桶扶手/床边扶手/起身扶手/助起器/床护栏	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    护理床/翻身床/摇床/医用床/多功能床/医疗床/病床	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    尿壶/夜壶/便盆/接尿器	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    盲杖	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    假肢/义肢	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    矫形鞋/矫形器/支具	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    老花镜/花镜/老花眼镜	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    放大镜	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    眼镜/近视眼镜/近视镜	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    假牙/牙套/全口牙	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    颈托/腰托	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    爬楼机	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    三轮车/电动三轮/代步车/老年代步车	aid	relief 2	物资捐赠 2, 辅具适配 1
    儿童推车/婴儿车/童车	aid	relief 2	物资捐赠 2, 辅具适配 1
    血压计/血压仪/量血压的机子/测血压的机子/量血压的仪器/测压仪/血压机	aid	relief 1.8, health 1.2	物资捐赠 2, 量血压 1
    血糖仪/血糖机/测糖仪/测血糖的机子/量血糖的机子	aid	relief 1.8, health 1.2	物资捐赠 2, 测血糖 1
    血糖试纸/试纸	aid	relief 1.8, health 1.2	物资捐赠 2, 测血糖 1
    制氧机/吸氧机/氧气机/吸氧的机器	aid	relief 1.6, health 1.2	物资捐赠 2
    氧气瓶/氧气袋	aid	relief 1.6, health 1.2	物资捐赠 2
    雾化器/雾化机	aid	relief 1.6, health 1.2	物资捐赠 2
    呼吸机	aid	relief 1.6, health 1.2	物资捐赠 2
    吸痰器/吸痰机	aid	relief 1.6, health 1.2	物资捐赠 2
    体温计/体温枪/电子体温计	aid	relief 1.6, health 1.2	物资捐赠 2
    血氧仪	aid	relief 1.6, health 1.2	物资捐赠 2
    分药盒	aid	relief 1.6, health 1.2	物资捐赠 2
    医药箱/药箱/急救包	aid	relief 1.6, health 1.2	物资捐赠 2
    胰岛素	aid	relief 1.6, health 1.2	物资捐赠 2
    口罩	aid	relief 1.6, health 1.2	物资捐赠 2
    艾灸盒	aid	relief 1.6, health 1.2	物资捐赠 2
    理疗仪/烤电的/红外线灯	aid	relief 1.6, health 1.2	物资捐赠 2

    # 农家与谋生 for a living
    鸡苗/鸡仔/小鸡	thing	relief 1.8	物资捐赠 2, 农技 1
    鸭苗/鹅苗	thing	relief 1.8	物资捐赠 2, 农技 1
    猪仔/猪崽/仔猪	thing	relief 1.8	物资捐赠 2, 农技 1
    羊羔/小羊	thing	relief 1.8	物资捐赠 2, 农技 1
    种子	thing	relief 1.44	物资捐赠 2, 农技 1
    化肥	thing	relief 1.8	物资捐赠 2, 农技 1
    农具/锄头	thing	relief 1.8	物资捐赠 2, 农技 1
    秧苗/菜苗/果树苗/树苗	thing	relief 1.44	物资捐赠 2, 农技 1
    鱼苗	thing	relief 1.8	物资捐赠 2, 农技 1
    蜂箱	thing	relief 1.8	物资捐赠 2, 农技 1
    饲料	thing	relief 1.8	物资捐赠 2, 农技 1
    工具箱/工具	thing	relief 1.4	物资捐赠 2
    三轮车子	thing	relief 1.4	物资捐赠 2
    餐车	thing	relief 1.4	物资捐赠 2
    电动车/电瓶车	thing	relief 0.42	物资捐赠 2
    自行车/单车/山地车	thing	relief 0.56	物资捐赠 2
    安全座椅	thing	relief 1.4	物资捐赠 2
    安全头盔/头盔	thing	relief 1.4	物资捐赠 2
    奶瓶	thing	relief 1.4	物资捐赠 2
    婴儿衣服	thing	relief 1.4	物资捐赠 2
    婴儿床	thing	relief 1.4	物资捐赠 2
    玩具/娃娃/布娃娃/洋娃娃/毛绒玩具/毛绒熊	thing	relief 1.4	物资捐赠 2
    积木/乐高	thing	relief 1.4	物资捐赠 2
    遥控车/遥控汽车/玩具车	thing	relief 1.4	物资捐赠 2
    滑板车	thing	relief 1.4	物资捐赠 2
    溜冰鞋/轮滑鞋	thing	relief 1.4	物资捐赠 2
    滑板	thing	relief 1.4	物资捐赠 2
    奥特曼	thing	relief 1.4	物资捐赠 2
    变形金刚	thing	relief 1.4	物资捐赠 2
    拼图	thing	relief 1.4	物资捐赠 2
    魔方	thing	relief 1.4	物资捐赠 2
    气球	thing	relief 1.4	物资捐赠 2
    铅笔盒/文具盒/笔袋	thing	relief 1.4	物资捐赠 2
    文具/铅笔/学习用品	thing	relief 1.4	物资捐赠 2
    本子/笔记本	thing	relief 1.4	物资捐赠 2
    彩笔盒	thing	relief 1.4	物资捐赠 2
    红领巾	thing	relief 1.4	物资捐赠 2

    # 文体用品 things of play and learning
    四大名著/名著	play	culture 2, relief 1	图书 2, 物资捐赠 2
    绘本/图画书	play	culture 2, relief 1	图书 2, 物资捐赠 2
    故事书/童话书/童话	play	culture 2, relief 1	图书 2, 物资捐赠 2
    课外书/课外读物/书籍	play	culture 2, relief 1	图书 2, 物资捐赠 2
    作文书	play	culture 2, relief 1	图书 2, 物资捐赠 2
    漫画书	play	culture 2, relief 1	图书 2, 物资捐赠 2
    科普书	play	culture 2, relief 1	图书 2, 物资捐赠 2
    十万个为什么	play	culture 2, relief 1	图书 2, 物资捐赠 2
    字典/词典/新华字典/成语词典	play	culture 2, relief 1	图书 2, 物资捐赠 2
    百科全书	play	culture 2, relief 1	图书 2, 物资捐赠 2
    教辅/练习册/辅导书/试卷	play	culture 2, relief 1	图书 2, 物资捐赠 2
    大字书/有声书	play	culture 2, relief 1	图书 2, 物资捐赠 2
    报纸/日报/晚报/老年报	play	culture 2, relief 1	图书 2, 物资捐赠 2
    杂志/期刊/订报	play	culture 2, relief 1	图书 2, 物资捐赠 2
    连环画/小人书	play	culture 2, relief 1	图书 2, 物资捐赠 2
    字帖	play	culture 1, relief 0.5	图书 2, 物资捐赠 2
    书/几本书/旧书	play	culture 1, relief 0.5	图书 2, 物资捐赠 2
    葫芦丝	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    竖笛/笛子/口琴	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    口风琴	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    吉他/尤克里里	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    二胡/胡琴/板胡	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    古筝/琵琶	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    电子琴/钢琴/脚踏琴	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    小提琴	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    锣鼓/架子鼓/腰鼓/大鼓/鼓	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    唢呐/笙	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    萨克斯	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    手风琴	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    乐器	play	culture 2, relief 1	乐器 2, 物资捐赠 2
    篮球/兰球	play	culture 2, relief 1	体育 2, 物资捐赠 2
    足球/足球鞋	play	culture 2, relief 1	体育 2, 物资捐赠 2
    排球/气排球	play	culture 2, relief 1	体育 2, 物资捐赠 2
    乒乓球拍/乒乓球/球拍	play	culture 2, relief 1	体育 2, 物资捐赠 2
    羽毛球拍/羽毛球	play	culture 2, relief 1	体育 2, 物资捐赠 2
    跳绳	play	culture 2, relief 1	体育 2, 物资捐赠 2
    呼啦圈	play	culture 2, relief 1	体育 2, 物资捐赠 2
    毽子	play	culture 2, relief 1	体育 2, 物资捐赠 2
    球衣/运动服	play	culture 2, relief 1	体育 2, 物资捐赠 2
    护具	play	culture 2, relief 1	体育 2, 物资捐赠 2
    哑铃	play	culture 2, relief 1	体育 2, 物资捐赠 2
    瑜伽垫	play	culture 2, relief 1	体育 2, 物资捐赠 2
    太极剑/太极扇	play	culture 2, relief 1	体育 2, 物资捐赠 2
    泳衣/泳镜	play	culture 2, relief 1	体育 2, 物资捐赠 2
    飞盘	play	culture 2, relief 1	体育 2, 物资捐赠 2
    风筝	play	culture 2, relief 1	体育 2, 物资捐赠 2
    空竹	play	culture 2, relief 1	体育 2, 物资捐赠 2
    陀螺	play	culture 2, relief 1	体育 2, 物资捐赠 2
    钓鱼竿/鱼竿	play	culture 2, relief 1	体育 2, 物资捐赠 2
    马克笔	play	culture 2, relief 1	绘画 2, 物资捐赠 2
    水彩笔/彩笔/蜡笔/油画棒/彩铅/彩色铅笔	play	culture 2, relief 1	绘画 2, 物资捐赠 2
    画板/画架/画本	play	culture 2, relief 1	绘画 2, 物资捐赠 2
    颜料/水彩颜料	play	culture 2, relief 1	绘画 2, 物资捐赠 2
    毛笔	play	culture 2, relief 0.8	书法 2, 物资捐赠 2
    笔墨纸砚/文房四宝/宣纸	play	culture 2, relief 0.8	书法 2, 物资捐赠 2
    地球仪	play	culture 1.6, relief 1	科普 2, 物资捐赠 2
    望远镜/天文望远镜	play	culture 1.6, relief 1	科普 2, 物资捐赠 2
    显微镜	play	culture 1.6, relief 1	科普 2, 物资捐赠 2
    世界地图/地图	play	culture 1.6, relief 1	科普 2, 物资捐赠 2
    科学实验盒/实验套装	play	culture 1.6, relief 1	科普 2, 物资捐赠 2
    机器人	play	culture 1.6, relief 1	科普 2, 物资捐赠 2
    无人机	play	culture 1.6, relief 1	科普 2, 物资捐赠 2
    航模/飞机模型	play	culture 1.6, relief 1	科普 2, 物资捐赠 2
    象棋/围棋/跳棋/军棋/棋盘	play	culture 1.5, relief 1	棋类 2.5, 物资捐赠 2
    麻将桌	play	culture 0.45, relief 0.3	物资捐赠 2
    扑克	play	culture 1.5, relief 1	物资捐赠 2
    戏服/演出服/舞蹈鞋/舞鞋/舞蹈服/汉服	play	culture 1.5, relief 1	物资捐赠 2
    话筒/麦克风/喇叭/扩音器/拉杆音箱/大喇叭	play	culture 1.5, relief 1	音响设备 2.5, 物资捐赠 2
    相机/胶卷	play	culture 1.5, relief 1	摄影 2.5, 物资捐赠 2
    相框/相册	play	culture 1.5, relief 1	物资捐赠 2
    毛线/针线/钩针线/毛线团	play	culture 1.5, relief 1	手工 2.5, 物资捐赠 2
    花种子/花籽/玫瑰花种子	play	culture 1.5, relief 1	园艺 2.5, 物资捐赠 2
    多肉	play	culture 1.5, relief 1	物资捐赠 2
    书画作品	play	culture 1.5, relief 1	物资捐赠 2
    粘土/橡皮泥/彩泥	play	culture 1.5, relief 1	手工 2.5, 物资捐赠 2
    玩偶	play	culture 1.5, relief 1	物资捐赠 2
    灯笼	play	culture 1.5, relief 1	物资捐赠 2
    烟花	play	culture 1.5, relief 1	物资捐赠 2
    """#
}
