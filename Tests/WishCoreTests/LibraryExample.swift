import WishCore

/// The life of a wish without a daemon: nothing is read or written, and the caller says what time it is.
/// Returns the wall as it hung while the work was under way, and the wish as it ended.
func lifeOfAWish(at now: Moment) throws(Refusal) -> (wall: String, wish: Wish) {
  guard let community = AreaCode("xy"), let electrician = AccountCode("wang"), let staff = AccountCode("li"),
    let week = Span("7d")
  else { preconditionFailure("these are written as the protocol asks") }
  let area = Area(code: community, name: "向阳社区", level: .community)
  var register = Register()
  register.areas[community] = area
  for skill in SkillTable.starting { register.skills[skill.name] = skill }

  // A slip is a wish with a number. Every further step is decided, which changes nothing, then applied.
  var wish = Wish(number: 1, posting: Fact.Posting(community: community, source: .box), event: 1, at: now)
  var log: [Fact] = []
  func take(_ step: Step) throws(Refusal) {
    let fact = try Lifecycle.decide(step, on: wish, at: now)
    log.append(fact)
    wish.apply(fact, event: EventNumber(log.count + 1), at: now)
  }
  try take(.approve(Fact.Approval(category: .convenience, limit: week, skills: [SkillName("水电维修")])))
  try take(.publish)
  let card = Card(publicText: Masking.mask("厨房的灯坏了，想请人来修，电话19900001234"))

  // Who may claim: the role allows it, the area and one of the skills fit, and there is room for one more.
  var member = Member(account: electrician, area: community)
  member.skills = [SkillName("电工")]
  try Policy.check(.claim, by: Identity(account: electrician, role: .member, areas: member.areas))
  let isEligible =
    Policy.isInReach(wish, of: member, in: register)
    && Eligibility.hasSkill(member, for: wish, skill: { register.skills[$0] })
  let claimant = Step.Claimant(
    member: electrician,
    unit: member.unit,
    level: member.level,
    isEligible: isEligible,
    holding: 0,
    capacity: member.capacity
  )
  try take(.claim(claimant))

  // The wall is a function of the state: counts, then the wishes with their cards.
  var tally = Tally()
  tally.add(wish.reached, by: 1)
  let entry = WallEntry(wish: wish, card: card, name: nil)
  let wall = Wall.text(
    [WallSource(area: area, tally: tally, entries: [entry])],
    title: .community(area.name)
  )

  try take(.fulfilClaim(electrician))
  try take(.confirm(Fact.Answer(solved: .yes, rating: 5, via: .phone), then: nil, judge: staff))
  return (wall, wish)
}
