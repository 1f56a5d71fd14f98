/// A leaf of a table's b-tree as it stands in the database file: sqlite.org/fileformat2.html, 1.6.
///
/// Where rows move from page to page, SQLite leaves their former bytes in what is then free of a page
/// (`rebuildPage` in btree.c), `secure_delete` or not: that writes zeros over rows that are deleted.
enum LeafPage {
  /// The first byte of such a page. Another page of a database that begins with it is one whose number of
  /// a next page is above 218 million.
  static let mark: UInt8 = 0x0D
  /// The page's own header: mark, first free block, count of cells, where they begin, loose bytes.
  private static let headerBytes = 8
  /// What a free block holds besides what was left in it: the place of the next one, and its size.
  private static let blockHeaderBytes = 4

  /// Copies into `copy`, which is as long and all zeros, what of a page means anything: its rows, and where
  /// they and the free blocks are.
  ///
  /// - Returns: whether every byte of the page is accounted for. Else the copy must not be used: it is
  ///   another kind of page, or a damaged one.
  static func copyRows(of page: UnsafeRawBufferPointer, to copy: UnsafeMutableRawBufferPointer) -> Bool {
    guard page.count >= headerBytes, unsafe page[0] == mark else { return false }
    let cellCount = unsafe number(page, 3)
    // 0 stands for 65,536, which two bytes cannot say.
    let contentStart = unsafe number(page, 5) == 0 ? 65_536 : number(page, 5)
    let pointersEnd = headerBytes + 2 * cellCount
    guard pointersEnd <= contentStart, contentStart <= page.count else { return false }
    unsafe copyBytes(0..<pointersEnd, of: page, to: copy)
    var accounted = unsafe Int(page[7])
    for index in 0..<cellCount {
      let start = unsafe number(page, headerBytes + 2 * index)
      guard start >= contentStart, let end = unsafe cellEnd(page, start) else { return false }
      unsafe copyBytes(start..<end, of: page, to: copy)
      accounted += end - start
    }
    var block = unsafe number(page, 1)
    while block != 0 {
      guard block >= contentStart, block + blockHeaderBytes <= page.count else { return false }
      let next = unsafe number(page, block)
      let size = unsafe number(page, block + 2)
      // They stand in the order of the page, so that this ends.
      guard size >= blockHeaderBytes, next == 0 || next >= block + size else { return false }
      unsafe copyBytes(block..<block + blockHeaderBytes, of: page, to: copy)
      accounted += size
      block = next
    }
    return accounted == page.count - contentStart
  }

  /// Where the row that begins at `start` ends on this page; nil where it would run out of it. What does
  /// not fit goes to pages of its own, and their number stands behind what does.
  private static func cellEnd(_ page: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    var place = start
    guard let payload = unsafe varint(page, &place), unsafe varint(page, &place) != nil,
      let length = Int(exactly: payload)
    else { return nil }
    let localMax = page.count - 35
    let end: Int
    if length <= localMax {
      end = place + length
    } else {
      let localMin = (page.count - 12) * 32 / 255 - 23
      let local = localMin + (length - localMin) % (page.count - 4)
      end = place + (local <= localMax ? local : localMin) + 4
    }
    // No cell is smaller than the block that it becomes when it is deleted.
    let cell = max(end, start + blockHeaderBytes)
    return cell <= page.count ? cell : nil
  }

  /// A number of one to nine bytes of seven bits, the ninth of eight.
  private static func varint(_ page: UnsafeRawBufferPointer, _ place: inout Int) -> UInt64? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard place < page.count else { return nil }
      let byte = unsafe page[place]
      place += 1
      if index == 8 { return value << 8 | UInt64(byte) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return value }
    }
    return nil
  }

  private static func number(_ page: UnsafeRawBufferPointer, _ place: Int) -> Int {
    unsafe Int(page[place]) << 8 | Int(page[place + 1])
  }

  private static func copyBytes(
    _ range: Range<Int>,
    of page: UnsafeRawBufferPointer,
    to copy: UnsafeMutableRawBufferPointer
  ) {
    unsafe UnsafeMutableRawBufferPointer(rebasing: copy[range]).copyMemory(
      from: UnsafeRawBufferPointer(rebasing: page[range])
    )
  }
}
