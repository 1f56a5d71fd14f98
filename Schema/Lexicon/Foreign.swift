extension WishSchema {
  /// The lexicon's part on slips in English; ``lexicon`` says how it is written.
  static let lexiconForeign = #"""
    # 外文的 foreign words, lower case
    wheelchair	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    hearingaid/hearing	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    walker/crutch/crutches	aid	relief 2, health 1	物资捐赠 2, 辅具适配 1
    donate/donation/need a/i need/i want a	want	relief 0.6	物资捐赠 0.7
    repair/fix it/broken/fix my	mend	convenience 2
    plumber/electrician/leak/faucet	deed	convenience 2	水电维修 2
    smartphone/wechat	deed	convenience 2	手机教学 2
    accompany	deed	convenience 2, health 0.8	陪诊 2
    doctor/clinic/blood pressure/diabetes	health	health 2.2	义诊 2
    depressed/depression/lonely	health	health 2.2	心理疏导 2
    lawyer/divorce/contract/landlord/deposit	legal	legal 2.6	法律咨询 2
    unpaid/salary/wages	legal	legal 2.6	劳动维权 2
    visa/residence permit/insurance/pension/subsidy	topic	policy 2.4	政策宣讲 2
    noise/noisy/neighbor/neighbour/quarrel/loud music	quarrel	mediation 2.4	调解 2
    stolen/thief/robbed/scam	safety	mediation 2.4	治安巡逻 2
    garbage/trash/rubbish/smell/cockroach/mosquito/rats	env	environment 2.4	清运 2, 保洁 2
    dance/dancing/painting/calligraphy/piano/guitar/football/basketball	culture	culture 2.4	活动策划 2
    learn chinese/learn english/teach me	culture	culture 2, convenience 0.6	英语 2
    """#
}
