import WishCore
