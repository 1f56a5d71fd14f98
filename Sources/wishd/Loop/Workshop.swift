import Dispatch
import WishCore

/// Where slow work is done: one serial queue a lane, and a box in which results wait for the loop. Its
/// threads stand back behind the loop, lest a client wait for a wall that somebody else changed.
final class Workshop {
  /// Pieces handed out whose result the loop has not taken back.
  private(set) var inFlight = 0
  private let queues: [Work.Lane: DispatchQueue]
  private let box: ResultBox

  init() throws(SystemError) {
    box = ResultBox(bell: try System.makeWakeUp())
    queues = Dictionary(
      uniqueKeysWithValues: Work.Lane.allCases.map { ($0, DispatchQueue(label: "wishd.\($0)")) }
    )
  }

  /// Readable while results wait.
  var bell: Int32 { box.bell.number }

  /// Has a piece of work done.
  func start(_ work: Work) {
    guard let queue = queues[work.lane] else { preconditionFailure("every lane has its queue") }
    inFlight += 1
    queue.async { [box] in
      System.standBack()
      box.put(work.run())
    }
  }

  /// Takes the results that have come.
  func takeResults() -> [WorkResult] {
    let results = box.takeAll()
    inFlight -= results.count
    return results
  }
}

/// Results on their way from the queues to the loop.
///
/// It is safe to share: `results` is touched on `queue` only. The compiler cannot see that.
private final class ResultBox: @unchecked Sendable {
  let bell: Descriptor
  private let queue = DispatchQueue(label: "wishd.results")
  private var results: [WorkResult] = []

  init(bell: Descriptor) {
    self.bell = bell
  }

  func put(_ result: WorkResult) {
    queue.sync { results.append(result) }
    System.wakeUp(bell)
  }

  func takeAll() -> [WorkResult] {
    // First the bell: a result put in between rings it again, and is at worst looked for twice.
    System.acknowledge(bell)
    return queue.sync {
      defer { results = [] }
      return results
    }
  }
}
