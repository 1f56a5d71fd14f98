enum WallTitle { case community(String), all }
enum Wall {
  static func text(_ s: [WallSource], title: WallTitle) -> String { "" }
  static func markdown(_ s: [WallSource], title: WallTitle) -> String { "" }
  static func html(_ s: [WallSource], title: WallTitle) -> String { "" }
}
