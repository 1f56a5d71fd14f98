import Testing
import WishCore

@testable import wishd

@Suite("Of one remote address there are no more connections than it may have") struct ConnectionCountTests {
  private let bound = Limits.connectionsPerAddressMax

  @Test("The 65th is turned away, another address and this machine are not, and one that ends makes room")
  func bounds() {
    var count = ConnectionCount()
    let admitted = (0..<bound).filter { _ in count.admit(.remote("192.0.2.1")) }
    #expect(admitted.count == bound)
    let (oneMore, another) = (count.admit(.remote("192.0.2.1")), count.admit(.remote("192.0.2.2")))
    #expect(!oneMore && another)
    let own = (0..<10 * bound).filter { _ in count.admit(.local) }
    #expect(own.count == 10 * bound)
    #expect(count.all == 11 * bound + 1, "one that was turned away is not counted")
    count.release(.remote("192.0.2.1"))
    let (inItsPlace, oneMoreAgain) = (count.admit(.remote("192.0.2.1")), count.admit(.remote("192.0.2.1")))
    #expect(inItsPlace && !oneMoreAgain)
  }

  @Test(
    "An address is what one household or office has, and this machine is no address",
    arguments: [
      ("127.0.0.1:1", .local), ("127.9.9.9:1", .local), ("[::1]:1", .local),
      ("192.0.2.1:1", .remote("192.0.2.1")),
      ("[2001:db8:1:2:3::4]:1", .remote("2001:db8:1:2::/64")),
      ("[2001:db8:1:2:ffff::]:1", .remote("2001:db8:1:2::/64")),
      ("[2001:db8:1:3::4]:1", .remote("2001:db8:1:3::/64")), ("[::2]:1", .remote("0:0:0:0::/64")),
      ("unix:/x", .local),
    ] as [(String, Peer)]
  )
  func addresses(_ address: String, _ peer: Peer) throws {
    #expect(try #require(Address(address)?.socketAddress).peer == peer)
  }
}
