/// What is the same on every HTML wall.
enum WallStyle {
  /// From the doctype to the title. A telephone must not make links of the numbers.
  static let opening = """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="format-detection" content="telephone=no">

    """

  /// The style sheet: red paper-cut headings on warm paper; one column of cards on a telephone, two on a
  /// screen and on A4. No card is cut by a page's end. All text has a contrast of 4.5 : 1 or more.
  static let sheet = """
    :root { --ink: #2b2320; --soft: #6b5d55; --paper: #fdf8f0; --card: #fff; --red: #a8201a; --line: #e6d8c3; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
      overflow-wrap: anywhere; }
    header, footer { text-align: center; }
    h1 { margin: 1rem 0; color: var(--red); font-size: 2rem; line-height: 1.3; letter-spacing: .08em; }
    h2, h3, h4 { line-height: 1.4; }
    .community > h2 { margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 3px double var(--red); }
    .counts { display: flex; margin: 0; padding: .5rem 0; border-block: 1px solid var(--line); text-align: center; }
    .counts div { flex: 1; }
    .counts dt { color: var(--soft); font-size: .9375rem; }
    .counts dd { margin: 0; font-size: 1.375rem; font-weight: bold; font-variant-numeric: tabular-nums; }
    .category { margin: 1.75rem 0 .75rem; padding-left: .6rem; border-left: .35rem solid var(--red);
      font-size: 1.25rem; }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: .75rem;
      margin: 0; padding: 0; list-style: none; }
    .cards > li { padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line);
      border-radius: .5rem; break-inside: avoid; }
    .cards h3, .cards h4 { float: left; margin: 0 .75rem 0 0; color: var(--red); font-size: 1.0625rem;
      line-height: inherit; }
    .head { margin: 0; }
    .head strong { padding: 0 .35rem; background: var(--red); color: #fff; border-radius: .25rem; }
    .state { float: right; color: var(--soft); }
    .published .state { color: var(--red); font-weight: bold; }
    blockquote { clear: both; margin: .5rem 0; font-size: 1.125rem; }
    .terms { margin: 0; padding: 0; list-style: none; color: var(--soft); font-size: .9375rem; }
    .invitation { margin: 3rem 0; text-align: center; font-size: 1.25rem; }
    .community .invitation { margin: 1rem 0; }
    footer { margin-top: 2rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); }
    footer p { margin: 0; }
    @media print {
      @page { size: A4; margin: 14mm; }
      :root { --paper: #fff; }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      .cards { grid-template-columns: 1fr 1fr; }
      .category, .community > h2 { break-after: avoid; }
      .head strong { border: 1px solid var(--red); background: none; color: var(--red); }
    }

    """
}
