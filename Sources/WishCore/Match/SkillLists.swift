/// The skill tree by small numbers, and the lists of skills that indexed wishes ask for, each list once.
struct SkillLists: Sendable {
  private var numbers: [SkillName: Int32] = [:]
  private var parents: [Int32?] = []

  /// The lists by number; number 0 is the empty one, of wishes that ask for no skill.
  private var lists: [[Int32]] = [[]]
  private var listNumbers: [[Int32]: Int32] = [:]
  /// For each skill the list of it alone, 0 for none: most wishes ask for one.
  private var single: [Int32] = []
  /// How many wishes use each list.
  private var uses: [Int32] = [0]
  private var unused: [Int32] = []
  /// For each skill the lists that hold it.
  private var listsOf: [[Int32]] = []

  /// Adds or changes a skill.
  mutating func set(_ skill: Skill) {
    let number = number(skill.name)
    parents[Int(number)] = skill.parent.map { self.number($0) }
  }

  private mutating func number(_ name: SkillName) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(parents.count)
    numbers[name] = number
    parents.append(nil)
    listsOf.append([])
    single.append(0)
    return number
  }

  /// The number of a skill.
  subscript(name: SkillName) -> Int32? { numbers[name] }

  /// How many skills there are.
  var count: Int { parents.count }

  /// A skill, what it is a part of, and so on to the top, as ``Eligibility`` has it.
  func line(from skill: Int32) -> [Int32] {
    var line: [Int32] = []
    var next: Int32? = skill
    for _ in 0..<Eligibility.depthMax {
      guard let here = next else { break }
      line.append(here)
      next = parents[Int(here)]
    }
    return line
  }

  /// For every skill how near `own` ones come to it.
  func grades(_ own: [Int32]) -> [MatchWeights.SkillGrade] {
    var grades = Array(repeating: MatchWeights.SkillGrade.none, count: parents.count)
    for skill in own {
      for above in line(from: skill).dropFirst() { grades[Int(above)] = .part }
    }
    for skill in own { grades[Int(skill)] = .own }
    for skill in grades.indices where grades[skill] == .none {
      if line(from: Int32(skill)).contains(where: { grades[Int($0)] == .own }) { grades[skill] = .whole }
    }
    return grades
  }

  /// For every skill how near it comes to one that is asked for.
  func nearness(to asked: Int32) -> [MatchWeights.SkillGrade] {
    var grades = parents.indices.map { skill in
      line(from: Int32(skill)).dropFirst().contains(asked) ? MatchWeights.SkillGrade.part : .none
    }
    for above in line(from: asked).dropFirst() { grades[Int(above)] = .whole }
    grades[Int(asked)] = .own
    return grades
  }

  // MARK: Lists

  /// Takes a use of the list of skills that a wish asks for; the same skills are the same list.
  mutating func use(_ skills: [SkillName]) -> Int32 {
    // Most wishes ask for one skill, and there is nothing to be put in order.
    if skills.count == 1, let skill = numbers[skills[0]], case let number = single[Int(skill)], number > 0 {
      uses[Int(number)] += 1
      return number
    }
    let list = skills.map { self.number($0) }.sorted()
    if let known = find(list) {
      uses[Int(known)] += 1
      return known
    }
    let number = unused.popLast() ?? Int32(lists.count)
    if Int(number) == lists.count {
      lists.append(list)
      uses.append(1)
    } else {
      lists[Int(number)] = list
      uses[Int(number)] = 1
    }
    keep(list, number)
    for skill in list { listsOf[Int(skill)].append(number) }
    return number
  }

  /// Gives a use of a list back; returns its number.
  mutating func giveBack(_ skills: [SkillName]) -> Int32 {
    let number = self.number(of: skills)
    uses[Int(number)] -= 1
    guard uses[Int(number)] == 0 else { return number }
    let list = lists[Int(number)]
    keep(list, nil)
    lists[Int(number)] = []
    unused.append(number)
    for skill in list {
      if let index = listsOf[Int(skill)].firstIndex(of: number) { listsOf[Int(skill)].remove(at: index) }
    }
    return number
  }

  /// The number of a list that is in use.
  func number(of skills: [SkillName]) -> Int32 {
    guard let number = find(skills.compactMap { numbers[$0] }.sorted()) else {
      preconditionFailure("a list of skills is not in use")
    }
    return number
  }

  private func find(_ list: [Int32]) -> Int32? {
    guard list.count == 1 else { return listNumbers[list] }
    let number = single[Int(list[0])]
    return number > 0 ? number : nil
  }

  private mutating func keep(_ list: [Int32], _ number: Int32?) {
    if list.count == 1 { single[Int(list[0])] = number ?? 0 } else { listNumbers[list] = number }
  }

  /// The lists that somebody with these grades is eligible for, by number, each with its points.
  func eligible(_ grades: [MatchWeights.SkillGrade]) -> [(list: Int32, points: Int)] {
    var found: Set<Int32> = []
    for (skill, grade) in grades.enumerated() where grade == .own || grade == .part {
      found.formUnion(listsOf[skill])
    }
    return found.sorted().map { number in
      (number, MatchWeights.points(grades: lists[Int(number)].lazy.map { grades[Int($0)] }))
    }
  }

  /// Bytes of memory, about, spare room not counted: what each list of skills takes.
  var bytes: Int {
    listNumbers.count * 2 * (32 + 48) + listsOf.reduce(0) { $0 + $1.count * 4 + 32 }
  }
}
