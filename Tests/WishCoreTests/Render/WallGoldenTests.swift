import Testing

@testable import WishCore

@Suite("A small wall, as it hangs")
struct WallGoldenTests {
  @Test("As text")
  func text() {
    let expected = #"""
      ========================================================================

                                  桥南社区微心愿墙

            征集          公示          认领          办结          圆梦
            128            96            80            71            65

      ========================================================================

      【医疗保健】-------------------------------------------------------- 2条

        12号 [紧急] 一位居民                                            待认领
            ｜老爷子插着尿管，明天到日子该换了，抬去医院一路遭罪，盼护士到家里
            ｜来弄一回
            需要：导管护理　时限：24小时内　最晚：2026年1月2日10:30

        7号 一位居民（2户共愿）                                        还差2人
            ｜院里老人多，想请大夫隔些日子来摆张桌子，量个血压测个糖，省得往大
            ｜医院跑
            需要：量血压、测血糖（会一样即可）　时限：15天内　名额：3人
            标准：每月一次，当场告知结果；
                  血压偏高的当日转社区医院

      【扶贫帮困】-------------------------------------------------------- 1条

        9号 一位居民                                            已认领，办理中
            ｜想要双雨靴，36码，上学路上有个大水坑，我绕不过去
            物品：约60元　人人可领　时限：7天内　最晚：2026年1月31日

      【文化娱乐】-------------------------------------------------------- 1条

        3号 柏**                                              已办理，等您评价
            ｜想找个老师带带二胡，能顺下来一段就知足
            人人可领　时限：30天内

      ========================================================================
                         想许愿？请到社区窗口，或投心愿箱。
                       想认领？请到社区报到，报上心愿的号数。
                          办得好不好，由许愿的居民说了算。

      """#
    #expect(Wall.text([WallFixture.small], title: .community("桥南社区")) == expected)
  }

  @Test("As Markdown")
  func markdown() {
    let expected = #"""
      # 桥南社区微心愿墙

      | 征集 | 公示 | 认领 | 办结 | 圆梦 |
      | ---: | ---: | ---: | ---: | ---: |
      | 128 | 96 | 80 | 71 | 65 |

      ## 医疗保健

      **12号** **\[紧急\]** 一位居民 — 待认领

      > 老爷子插着尿管，明天到日子该换了，抬去医院一路遭罪，盼护士到家里来弄一回

      - 需要：导管护理
      - 时限：24小时内
      - 最晚：2026年1月2日10\:30

      **7号** 一位居民（2户共愿） — 还差2人

      > 院里老人多，想请大夫隔些日子来摆张桌子，量个血压测个糖，省得往大医院跑

      - 需要：量血压、测血糖（会一样即可）
      - 时限：15天内
      - 名额：3人
      - 标准：每月一次，当场告知结果；\
        血压偏高的当日转社区医院

      ## 扶贫帮困

      **9号** 一位居民 — 已认领，办理中

      > 想要双雨靴，36码，上学路上有个大水坑，我绕不过去

      - 物品：约60元
      - 人人可领
      - 时限：7天内
      - 最晚：2026年1月31日

      ## 文化娱乐

      **3号** 柏\*\* — 已办理，等您评价

      > 想找个老师带带二胡，能顺下来一段就知足

      - 人人可领
      - 时限：30天内

      ---

      想许愿？请到社区窗口，或投心愿箱。\
      想认领？请到社区报到，报上心愿的号数。\
      办得好不好，由许愿的居民说了算。

      """#
    #expect(Wall.markdown([WallFixture.small], title: .community("桥南社区")) == expected)
  }

  @Test("As HTML, after the head that is always the same")
  func html() throws {
    let expected = #"""
      <body>
      <header>
      <h1>桥南社区微心愿墙</h1>
      <dl class="counts">
      <div><dt>征集</dt><dd>128</dd></div>
      <div><dt>公示</dt><dd>96</dd></div>
      <div><dt>认领</dt><dd>80</dd></div>
      <div><dt>办结</dt><dd>71</dd></div>
      <div><dt>圆梦</dt><dd>65</dd></div>
      </dl>
      </header>
      <main>
      <section aria-labelledby="part-c01-health">
      <h2 class="category" id="part-c01-health">医疗保健</h2>
      <ul class="cards">
      <li class="published">
      <h3>12号</h3>
      <p class="head"><strong>紧急</strong> 一位居民 <span class="state">待认领</span></p>
      <blockquote dir="auto">老爷子插着尿管，明天到日子该换了，抬去医院一路遭罪，盼护士到家里来弄一回</blockquote>
      <ul class="terms">
      <li>需要：导管护理</li>
      <li>时限：24小时内</li>
      <li>最晚：2026年1月2日10:30</li>
      </ul>
      </li>
      <li class="published">
      <h3>7号</h3>
      <p class="head">一位居民（2户共愿） <span class="state">还差2人</span></p>
      <blockquote dir="auto">院里老人多，想请大夫隔些日子来摆张桌子，量个血压测个糖，省得往大医院跑</blockquote>
      <ul class="terms">
      <li>需要：量血压、测血糖（会一样即可）</li>
      <li>时限：15天内</li>
      <li>名额：3人</li>
      <li>标准：每月一次，当场告知结果；<br>
      血压偏高的当日转社区医院</li>
      </ul>
      </li>
      </ul>
      </section>
      <section aria-labelledby="part-c01-relief">
      <h2 class="category" id="part-c01-relief">扶贫帮困</h2>
      <ul class="cards">
      <li class="claimed">
      <h3>9号</h3>
      <p class="head">一位居民 <span class="state">已认领，办理中</span></p>
      <blockquote dir="auto">想要双雨靴，36码，上学路上有个大水坑，我绕不过去</blockquote>
      <ul class="terms">
      <li>物品：约60元</li>
      <li>人人可领</li>
      <li>时限：7天内</li>
      <li>最晚：2026年1月31日</li>
      </ul>
      </li>
      </ul>
      </section>
      <section aria-labelledby="part-c01-culture">
      <h2 class="category" id="part-c01-culture">文化娱乐</h2>
      <ul class="cards">
      <li class="fulfilled">
      <h3>3号</h3>
      <p class="head">柏** <span class="state">已办理，等您评价</span></p>
      <blockquote dir="auto">想找个老师带带二胡，能顺下来一段就知足</blockquote>
      <ul class="terms">
      <li>人人可领</li>
      <li>时限：30天内</li>
      </ul>
      </li>
      </ul>
      </section>
      </main>
      <footer>
      <p>想许愿？请到社区窗口，或投心愿箱。</p>
      <p>想认领？请到社区报到，报上心愿的号数。</p>
      <p>办得好不好，由许愿的居民说了算。</p>
      </footer>
      </body>
      </html>

      """#
    let wall = Wall.html([WallFixture.small], title: .community("桥南社区"))
    let body = try #require(wall.firstRange(of: "<body>"))
    #expect(wall[body.lowerBound...] == expected)
    #expect(
      wall[..<body.lowerBound] == WallStyle.opening
        + "<title>桥南社区微心愿墙</title>\n<style>\n\(WallStyle.sheet)</style>\n</head>\n"
    )
  }

  @Test("The HTML page needs nothing from elsewhere and says its language")
  func alone() {
    let wall = Wall.html([WallFixture.small], title: .all)
    #expect(wall.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n"))
    for foreign in ["<script", "<img", "<link", "http://", "https://", "@import", "url("] {
      #expect(!wall.contains(foreign), "\(foreign)")
    }
  }

  @Test("The heading of all says of how many communities")
  func ofAll() {
    let lines = Wall.text([WallFixture.small], title: .all).split(separator: "\n")
    #expect(lines[1] == String(repeating: " ", count: 30) + "社区微心愿墙")
    #expect(lines[2] == String(repeating: " ", count: 32) + "1个社区")
  }
}
