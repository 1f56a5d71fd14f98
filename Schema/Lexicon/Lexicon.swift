extension WishSchema {
  /// What words say about a slip. A line is one idea: its terms parted by `/`, its role, the weights of the
  /// categories that it speaks for, the skills that it asks for with their weights, and what it adds to the
  /// urgency; the columns are parted by tabs and may be empty at the end. Blank lines and those that begin
  /// with `#` are passed over. A term stands once in the whole lexicon.
  ///
  /// Roles: `plain` hides shorter terms; `want`, `measure`, `poor`, `learn`, `ask`, `come` say what is done
  /// with the rest; `thing`, `aid`, `play` are goods; `mend`, `broken`, `deed`, `place` are about services;
  /// `ailment`, `health`, `legal`, `topic`, `quarrel`, `neighbour`, `safety`, `env`, `culture` name the field.
  public static let lexicon = [
    lexiconPlain, lexiconRequests, lexiconThings, lexiconServices, lexiconHealth, lexiconLaw, lexiconPolicy,
    lexiconPeace, lexiconEnvironment, lexiconCulture, lexiconPhrases, lexiconEveryday, lexiconForeign,
  ].joined(separator: "\n")
}
