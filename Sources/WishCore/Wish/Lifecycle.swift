/// What can be done to a wish, without the particulars.
public enum Act: String, CaseIterable, Sendable {
  /// AMEND
  case amend
  /// APPROVE
  case approve
  /// PUBLISH
  case publish
  /// RETURN
  case sendBack
  /// REJECT
  case reject
  /// WITHDRAW
  case withdraw
  /// MERGE
  case merge
  /// REFER
  case refer
  /// REOPEN
  case reopen
  /// INVITE
  case invite
  /// CLAIM
  case claim
  /// WAIT
  case wait
  /// UNWAIT
  case unwait
  /// RELEASE of an active claim
  case release
  /// RENEW of an active claim
  case renew
  /// FULFIL of one claim
  case fulfilClaim
  /// FULFIL of the whole wish by staff
  case fulfilWhole
  /// CONFIRM
  case confirm
  /// ERASE
  case erase
  /// The due time of a claim has come.
  case lapse
  /// The account that holds a claim has ended.
  case cancel
}

/// The life of a wish: which act is possible in which state, and what it makes true.
///
/// It does no I/O and reads no clock: the same wish, step and moment give the same fact.
public enum Lifecycle {
  /// What the state alone says of an act.
  public enum Verdict: Equatable, Sendable {
    /// The particulars decide.
    case possible
    /// Not in this state: WRONG_STATE.
    case wrongState
    /// No slot is left: TAKEN.
    case taken
  }

  /// The whole table. Every pair is written out: a new state or act does not compile until somebody has
  /// thought about it.
  public static func verdict(on act: Act, in state: WishState) -> Verdict {
    switch (act, state) {
    // Before publication AMEND undoes an approval; after it, it changes particulars only.
    case (.amend, .collected), (.amend, .returned), (.amend, .approved), (.amend, .published),
      (.amend, .claimed), (.amend, .fulfilled), (.amend, .referred):
      .possible
    case (.amend, .confirmed), (.amend, .closed), (.amend, .rejected), (.amend, .merged),
      (.amend, .withdrawn):
      .wrongState

    case (.approve, .collected): .possible
    // What was sent back is amended first; what is approved is amended to be reviewed anew.
    case (.approve, .returned), (.approve, .approved), (.approve, .published), (.approve, .claimed),
      (.approve, .fulfilled), (.approve, .referred), (.approve, .confirmed), (.approve, .closed),
      (.approve, .rejected), (.approve, .merged), (.approve, .withdrawn):
      .wrongState

    case (.publish, .approved): .possible
    case (.publish, .collected), (.publish, .returned), (.publish, .published), (.publish, .claimed),
      (.publish, .fulfilled), (.publish, .referred), (.publish, .confirmed), (.publish, .closed),
      (.publish, .rejected), (.publish, .merged), (.publish, .withdrawn):
      .wrongState

    case (.sendBack, .collected), (.sendBack, .approved), (.sendBack, .published): .possible
    // A claimed wish has somebody working on it.
    case (.sendBack, .returned), (.sendBack, .claimed), (.sendBack, .fulfilled), (.sendBack, .referred),
      (.sendBack, .confirmed), (.sendBack, .closed), (.sendBack, .rejected), (.sendBack, .merged),
      (.sendBack, .withdrawn):
      .wrongState

    // The four ways out, from wherever the resident still waits.
    case (.reject, .collected), (.reject, .returned), (.reject, .approved), (.reject, .published),
      (.reject, .claimed), (.reject, .referred),
      (.withdraw, .collected), (.withdraw, .returned), (.withdraw, .approved), (.withdraw, .published),
      (.withdraw, .claimed), (.withdraw, .referred),
      (.merge, .collected), (.merge, .returned), (.merge, .approved), (.merge, .published),
      (.merge, .claimed), (.merge, .referred),
      (.refer, .collected), (.refer, .returned), (.refer, .approved), (.refer, .published),
      (.refer, .claimed), (.refer, .referred):
      .possible
    // What is done is confirmed or not, never undone; what has ended is reopened first.
    case (.reject, .fulfilled), (.reject, .confirmed), (.reject, .closed), (.reject, .rejected),
      (.reject, .merged), (.reject, .withdrawn),
      (.withdraw, .fulfilled), (.withdraw, .confirmed), (.withdraw, .closed), (.withdraw, .rejected),
      (.withdraw, .merged), (.withdraw, .withdrawn),
      (.merge, .fulfilled), (.merge, .confirmed), (.merge, .closed), (.merge, .rejected),
      (.merge, .merged), (.merge, .withdrawn),
      (.refer, .fulfilled), (.refer, .confirmed), (.refer, .closed), (.refer, .rejected),
      (.refer, .merged), (.refer, .withdrawn):
      .wrongState

    case (.reopen, .rejected), (.reopen, .merged), (.reopen, .referred), (.reopen, .withdrawn),
      (.reopen, .confirmed), (.reopen, .closed):
      .possible
    case (.reopen, .collected), (.reopen, .returned), (.reopen, .approved), (.reopen, .published),
      (.reopen, .claimed), (.reopen, .fulfilled):
      .wrongState

    case (.invite, .published): .possible
    case (.invite, .collected), (.invite, .returned), (.invite, .approved), (.invite, .claimed),
      (.invite, .fulfilled), (.invite, .referred), (.invite, .confirmed), (.invite, .closed),
      (.invite, .rejected), (.invite, .merged), (.invite, .withdrawn):
      .wrongState

    case (.claim, .published): .possible
    case (.claim, .claimed): .taken
    case (.claim, .collected), (.claim, .returned), (.claim, .approved), (.claim, .fulfilled),
      (.claim, .referred), (.claim, .confirmed), (.claim, .closed), (.claim, .rejected), (.claim, .merged),
      (.claim, .withdrawn):
      .wrongState

    // While a slot is free one claims it, and what is done or gone has nothing to wait for.
    case (.wait, .claimed): .possible
    case (.wait, .collected), (.wait, .returned), (.wait, .approved), (.wait, .published),
      (.wait, .fulfilled), (.wait, .referred), (.wait, .confirmed), (.wait, .closed), (.wait, .rejected),
      (.wait, .merged), (.wait, .withdrawn):
      .wrongState

    // A wish that is done keeps its list: what did not help goes back on the wall.
    case (.unwait, .published), (.unwait, .claimed), (.unwait, .fulfilled): .possible
    case (.unwait, .collected), (.unwait, .returned), (.unwait, .approved), (.unwait, .referred),
      (.unwait, .confirmed), (.unwait, .closed), (.unwait, .rejected), (.unwait, .merged),
      (.unwait, .withdrawn):
      .wrongState

    // A claim is active only while the wish is published or claimed.
    case (.release, .published), (.release, .claimed), (.renew, .published), (.renew, .claimed),
      (.lapse, .published), (.lapse, .claimed), (.cancel, .published), (.cancel, .claimed):
      .possible
    case (.release, .collected), (.release, .returned), (.release, .approved), (.release, .fulfilled),
      (.release, .referred), (.release, .confirmed), (.release, .closed), (.release, .rejected),
      (.release, .merged), (.release, .withdrawn),
      (.renew, .collected), (.renew, .returned), (.renew, .approved), (.renew, .fulfilled),
      (.renew, .referred), (.renew, .confirmed), (.renew, .closed), (.renew, .rejected), (.renew, .merged),
      (.renew, .withdrawn),
      (.lapse, .collected), (.lapse, .returned), (.lapse, .approved), (.lapse, .fulfilled),
      (.lapse, .referred), (.lapse, .confirmed), (.lapse, .closed), (.lapse, .rejected), (.lapse, .merged),
      (.lapse, .withdrawn),
      (.cancel, .collected), (.cancel, .returned), (.cancel, .approved), (.cancel, .fulfilled),
      (.cancel, .referred), (.cancel, .confirmed), (.cancel, .closed), (.cancel, .rejected),
      (.cancel, .merged), (.cancel, .withdrawn):
      .wrongState

    // In a claimed wish a lapsed claim finds no slot; an active one is done.
    case (.fulfilClaim, .published), (.fulfilClaim, .claimed): .possible
    case (.fulfilClaim, .collected), (.fulfilClaim, .returned), (.fulfilClaim, .approved),
      (.fulfilClaim, .fulfilled), (.fulfilClaim, .referred), (.fulfilClaim, .confirmed),
      (.fulfilClaim, .closed), (.fulfilClaim, .rejected), (.fulfilClaim, .merged),
      (.fulfilClaim, .withdrawn):
      .wrongState

    // Staff do what paper did: a question answered at the desk is done without a pretended claim.
    case (.fulfilWhole, .collected), (.fulfilWhole, .approved), (.fulfilWhole, .published),
      (.fulfilWhole, .claimed), (.fulfilWhole, .referred):
      .possible
    case (.fulfilWhole, .returned), (.fulfilWhole, .fulfilled), (.fulfilWhole, .confirmed),
      (.fulfilWhole, .closed), (.fulfilWhole, .rejected), (.fulfilWhole, .merged),
      (.fulfilWhole, .withdrawn):
      .wrongState

    case (.confirm, .fulfilled): .possible
    case (.confirm, .collected), (.confirm, .returned), (.confirm, .approved), (.confirm, .published),
      (.confirm, .claimed), (.confirm, .referred), (.confirm, .confirmed), (.confirm, .closed),
      (.confirm, .rejected), (.confirm, .merged), (.confirm, .withdrawn):
      .wrongState

    case (.erase, .confirmed), (.erase, .closed), (.erase, .rejected), (.erase, .merged),
      (.erase, .withdrawn):
      .possible
    // Nobody can help a person whose slip is gone: WITHDRAW it first.
    case (.erase, .collected), (.erase, .returned), (.erase, .approved), (.erase, .published),
      (.erase, .claimed), (.erase, .fulfilled), (.erase, .referred):
      .wrongState
    }
  }
}
