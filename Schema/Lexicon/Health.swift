extension WishSchema {
  /// The lexicon's part on ailments, doctors, nursing, the mind; ``lexicon`` says how it is written.
  static let lexiconHealth = #"""
    # 看病问诊 doctors
    义诊/免费看病/坐诊/巡诊/免费体检	deed	health 2.4	义诊 2
    体检/查体/做个检查/做检查/检查身体/全身检查/查一查/普查/筛查/做b超/b超/拍片/彩超/心电图/验血/抽血	deed	health 2.4	义诊 2
    医生/大夫/专家/名医/专家号	deed	health 1.2	义诊 2
    看病/睇医生/看个病/睇病	deed	health 1	义诊 2
    家庭医生/签约医生/全科医生/村医	deed	health 2.4	全科义诊 2.5, 义诊 2
    问诊/咨询医生/请医生/问问医生/医生讲讲/请医生看	deed	health 2.4	义诊 2
    健康讲座/健康知识/养生/养生讲座/保健知识	deed	health 2.4	义诊 2
    看化验单/化验单/报告单/体检报告/检查报告/看报告/片子/ct/核磁	deed	health 2.4	义诊 2
    社区医院/卫生站/卫生院/卫生室/医务室	deed	health 2.4	义诊 2
    头晕/头昏/眩晕	ailment	health 1.4	义诊 2
    头痛/头疼/偏头痛	ailment	health 1.4	义诊 2
    胸闷/心慌/心悸/胸口痛/心口/心脏/心脏病/冠心病/房颤/早搏	ailment	health 1.4	义诊 2
    气喘/哮喘/老慢支/气短/咳嗽/咳/肺/肺气肿/慢阻肺/支气管	ailment	health 1.4	义诊 2
    胃/胃痛/胃病/反酸/肠胃/拉肚子/便秘/肚子痛	ailment	health 1.4	义诊 2
    肝/乙肝/脂肪肝/肝硬化	ailment	health 1.4	义诊 2
    肾/肾结石/结石/胆结石	ailment	health 1.4	义诊 2
    甲状腺/结节/甲亢/甲减	ailment	health 1.4	义诊 2
    前列腺/尿频/起夜/憋不住尿/尿失禁/漏尿	ailment	health 1.4	义诊 2
    乳腺/妇科/两癌/宫颈/更年期	ailment	health 1.4	义诊 2
    痛风/尿酸/尿酸高	ailment	health 1.4	义诊 2
    贫血	ailment	health 1.4	义诊 2
    关节炎/风湿/类风湿/关节痛	ailment	health 1.4	义诊 2
    骨质疏松/缺钙	ailment	health 1.4	义诊 2
    癌/肿瘤/癌症	ailment	health 1.4	义诊 2
    皮肤痒/湿疹/皮炎/皮肤病/荨麻疹/红疹/起疹子/过敏	ailment	health 1.4	义诊 2
    手抖/发抖/手麻/手脚发麻/麻木	ailment	health 1.4	义诊 2
    失眠/睡不着/睡不好/睡不着觉	ailment	health 1.4	义诊 2
    老年痴呆/痴呆/阿尔茨海默/记性差/健忘/认知障碍/老糊涂	ailment	health 1.4	义诊 2
    发烧/感冒/流感	ailment	health 1.4	义诊 2
    高烧	ailment	health 1.4	义诊 2
    腿肿/脚肿	ailment	health 1.4	义诊 2
    瘊子/鸡眼	ailment	health 1.4	义诊 2
    静脉曲张	ailment	health 1.4	义诊 2
    疝气	ailment	health 1.4	义诊 2
    痔疮	ailment	health 1.4	义诊 2
    打呼噜/打鼾	ailment	health 1.4	义诊 2
    近视	ailment	health 1.4	义诊 2
    斜视	ailment	health 1.4	义诊 2
    耳鸣/耳朵嗡嗡/耳聋/耳背	ailment	health 0.84	义诊 2
    听力/听力检查/测听力	ailment	health 1.12	义诊 2
    牙疼/牙痛/掉牙/蛀牙/牙/看牙/牙医/牙周/镶牙/洗牙	ailment	health 1.4	口腔 2.5, 义诊 2
    量血压/测血压/量量血压/血压:1.2/量个血压/量压	ailment	health 1.2	量血压 2, 义诊 0.8
    高血压/血压高	ailment	health 1.6	量血压 2, 义诊 0.8
    血糖/测血糖/量血糖/查血糖/测个糖/血糖高	ailment	health 1.6	测血糖 2, 义诊 0.9
    糖尿病/糖尿/消渴	ailment	health 1.6	测血糖 2, 义诊 0.9
    白内障/青光眼/眼底/飞蚊/看眼睛/查眼睛/眼科/眼睛模糊/眼睛起雾/看东西模糊/看不清东西/眼病/眼睛干/流泪/迎风流泪/视力/查视力/弱视	deed	health 2	眼科 2, 义诊 2
    验光/配眼镜/配镜/看不清黑板/近视加深/配副眼镜	deed	health 1.2, relief 1	验光配镜 2, 眼科 2

    # 护理 nursing
    护士/护士上门/上门护理/家庭病床	deed	health 2.4, convenience 0.4	护理 2
    打针/输液/挂水/吊水/打吊针/注射	deed	health 2.4, convenience 0.4	护理 2
    换药/伤口/拆线/敷料/烂了一块	deed	health 1.2, convenience 0.2	护理 2
    褥疮/压疮	deed	health 2.4, convenience 0.4	护理 2	0.5
    胃管/换胃管/鼻饲管/鼻饲/尿管/导尿管/换管/插管/引流管/造瘘/造口	deed	health 2.4, convenience 0.4	护理 2	0.8
    吸痰/雾化/吸氧	deed	health 2.4, convenience 0.4	护理 2
    护理/护理知识	deed	health 1.92, convenience 0.32	护理 2
    疫苗/流感疫苗/打疫苗/预防针/新冠疫苗/肺炎疫苗/接种/带状疱疹疫苗	deed	health 2.4, convenience 0.4	护理 2
    卧床/瘫痪/瘫着/瘫在床上/瘫/下不了床/躺着/躺床/不能动/动不了	deed	health 1.44, convenience 0.24	护理 2
    抽血上门/上门抽血	deed	health 2.4, convenience 0.4	护理 2

    # 中医 Chinese medicine
    中医/老中医/把脉/号脉/调理/调理身体	deed	health 2.6	中医推拿 2
    推拿/按摩/正骨/按按/按一按/捏捏/揉揉/按一下/松松骨	deed	health 2.6	中医推拿 2
    艾灸/灸/温灸	deed	health 2.6	中医推拿 2
    刮痧/拔罐/拔火罐	deed	health 2.6	中医推拿 2
    针灸/扎针/扎几针/扎一扎/小针刀	deed	health 2.6	中医推拿 2
    三伏贴/三九贴/贴膏药/膏药	deed	health 2.6	中医推拿 2
    中药/煎药/熬药/草药/药膳/偏方	deed	health 2.6	中医推拿 2
    药浴/泡脚方	deed	health 2.6	中医推拿 2
    耳穴	deed	health 2.6	中医推拿 2
    颈椎/颈椎病/脖子疼/脖子僵/落枕	ailment	health 1.6	中医推拿 2
    腰椎/腰疼/腰痛/腰酸/腰酸背痛/腰间盘/腰椎间盘/闪了腰/腰突/老腰	ailment	health 1.6	中医推拿 2
    肩周炎/肩膀疼/肩膀/胳膊抬不起来/五十肩	ailment	health 1.6	中医推拿 2
    老寒腿/腿疼/腿痛/膝盖疼/膝盖痛/膝盖/关节疼/寒腿	ailment	health 1.6	中医推拿 2
    坐骨神经/背疼/背痛/浑身疼/浑身酸痛/痛得	ailment	health 1.6	中医推拿 2
    宫寒/痛经	ailment	health 1.6	中医推拿 2
    面瘫	ailment	health 1.6	中医推拿 2

    # 康复 rehabilitation
    康复/康复训练/做康复/康复师/康复师傅/复健/恢复训练/怎么恢复/恢复锻炼/锻炼恢复	deed	health 2.4	康复指导 2
    练走路/学走路/练站/走路练/重新走	deed	health 2.4	康复指导 2
    中风/脑梗/脑溢血/脑卒中/偏瘫/半身不遂/半边身子/脑梗后	deed	health 1.2	康复指导 2
    口吃/结巴/语言训练/说话不清/发育迟缓/不开口/不会说话/说话晚/自闭/自闭症/孤独症/多动症/言语/大舌头	deed	health 1.6	康复指导 2
    脑瘫/智障/智力残疾	deed	health 0.96	康复指导 2
    吞咽/呛咳/喝水呛	deed	health 2.4	康复指导 2
    帕金森/渐冻	deed	health 1.4	康复指导 2
    术后/手术后/做完手术/刚做完/出院/骨折后/换膝/换髋/关节置换	deed	health 2.16	康复指导 2
    肌肉萎缩/攥不开/抬不起手/握不住/手指僵	deed	health 2.4	康复指导 2
    心肺康复/呼吸训练	deed	health 2.4	康复指导 2

    # 心理 mind
    心理/心理医生/心理咨询/心理老师/心理疏导/心理辅导/心理问题/开导/疏导疏导/解心结/解开心结	deed	health 2.34	心理疏导 2
    抑郁/抑郁症/焦虑/焦虑症/产后抑郁/抑郁了	deed	health 1	心理疏导 2	0.8
    想不开/不想活/活着没意思/没意思活/活着没劲/轻生/自杀/寻短见/自残/割腕/跳楼/死了算了	deed	health 2.6	心理疏导 2	3
    闷闷不乐/心里堵/心里难受/心里苦/憋屈/心情不好/情绪低落/老想哭/总想哭/老哭/天天哭/想哭/觉得自己没用/没用	deed	health 1	心理疏导 2
    厌学/不肯上学/不上学/逃学/不肯去学校/反锁屋里/关在屋里/不出门/不说话/不理人/不爱说话	deed	health 2.34	青少年心理 1.5, 心理疏导 2
    叛逆/青春期/早恋	deed	health 1.82	心理疏导 2
    网瘾/玩游戏/手机成瘾/打游戏/沉迷	deed	health 1.3, mediation 0.4	心理疏导 2
    失独	deed	health 1.56	心理疏导 2
    走不出来/缓不过来/老伴走了/丧偶/刚走了老伴/老伴去世/丧子	deed	health 2.08	哀伤陪护 1, 心理疏导 2
    做噩梦/害怕出门/惊恐	deed	health 2.6	心理疏导 2
    想找人聊聊/找人聊聊/说说心里话/倾诉/听我说	deed	health 2.6	心理疏导 2
    压力大/压力/喘不过气	deed	health 2.6	心理疏导 2

    # 用药、营养、急救
    药/吃药/用药	deed	health 1.92, convenience 0.24	用药指导 2
    说明书/药瓶/药盒/分药/摆药/贴个条/饭前饭后/饭前/饭后	deed	health 1.92, convenience 0.24	用药指导 2
    药师/讲药/几种药/药太多/一起吃/一块吃/吃错药/副作用/降压药/降糖药/安眠药/过期药/药过期	deed	health 1.6, convenience 0.2	用药指导 2
    保健品/补药/保健药	deed	health 1.4, convenience 0.18	用药指导 2
    营养/营养师/饮食/吃饭指导/忌口/控糖/减肥/减脂/食谱/怎么吃/吃什么好/该吃啥/不能吃/膳食/辅食添加	deed	health 2.2	营养指导 2
    急救/急救知识/急救课/救护/海姆立克/噎着/卡住气管/心肺复苏/人工呼吸/止血/包扎/晕倒了怎么/自救	deed	health 2.4, culture 0.4	急救 2, 心肺复苏 0.8
    aed/除颤仪/救命机	deed	health 2.4, culture 0.4	急救 2, 心肺复苏 0.8
    病	ailment	health 1
    生病	ailment	health 1
    老毛病	ailment	health 1
    手术	ailment	health 1
    住院	ailment	health 1
    医院	ailment	health 1
    疼	ailment	health 1
    痛	ailment	health 1
    疼得	ailment	health 1
    不舒服	ailment	health 1
    难受	ailment	health 1
    病人	ailment	health 1
    身体	ailment	health 1
    身体不好	ailment	health 1
    罕见病	ailment	health 1
    要紧	ailment	health 1
    要不要紧	ailment	health 1
    没体检	ailment	health 1
    查出来	ailment	health 1
    婴儿/宝宝/哺乳/母乳/喂奶/催乳	health	health 1.2, convenience 0.4	儿科 2.5, 老人照护 2
    孕妇/怀孕/产检/备孕	health	health 1.2, convenience 0.4	老人照护 2
    儿科/儿保/不长个/个子矮/厌食/不爱吃饭	health	health 1.2, convenience 0.4	儿科 2.5, 老人照护 2
    临终/安宁疗护	health	health 1.2, convenience 0.4	老人照护 2
    """#
}
