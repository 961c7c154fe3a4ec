/// What on a page is no part of any article: told by elements and roles, by the vocabulary of
/// schema.org, and by the names that pages give to their parts.
enum PageFurniture {
  /// How sure it is.
  enum Sign {
    case none
    /// Furniture if it looks like it too: links, forms, hardly a sentence.
    case weak
    /// Furniture unless most of the page is in it.
    case strong
    /// What readers wrote below the article, however long.
    case comments
  }

  /// What an element is by itself and its names.
  ///
  /// - Parameter isInArticle: Whether an `article` or `main` is around it.
  static func sign(of element: MarkupElement, isInArticle: Bool) -> Sign {
    switch element.name {
    case "html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "#document", "p",
      "li", "blockquote", "figure", "figcaption", "table", "tbody", "thead", "tr", "td", "th",
      "pre":
      // Of these, names say something only in combination.
      return named(element, isOuter: true)
    case "nav": return .strong
    case "header": return isInArticle ? .none : .strong
    case "footer": return isInArticle ? .weak : .strong
    case "aside": return max(named(element, isOuter: false), isInArticle ? .weak : .strong)
    case "form", "fieldset", "menu", "search": return max(named(element, isOuter: false), .weak)
    default: break
    }
    switch element["role"] {
    case "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu",
      "menubar", "toolbar", "tablist", "doc-toc", "directory", "button":
      return .strong
    case "complementary": return isInArticle ? .weak : .strong
    case "main", "article", "document", "doc-footnote", "doc-endnotes", "doc-footnotes":
      return .none
    default: return named(element, isOuter: false)
    }
  }

  private static func max(_ one: Sign, _ other: Sign) -> Sign {
    func rank(_ sign: Sign) -> Int {
      switch sign {
      case .none: 0
      case .weak: 1
      case .strong: 2
      case .comments: 3
      }
    }
    return rank(one) >= rank(other) ? one : other
  }

  // MARK: Names

  private static func named(_ element: MarkupElement, isOuter: Bool) -> Sign {
    var sign = Sign.none
    for attribute in element.attributes {
      switch attribute.name {
      case "itemtype":
        if ["WPSideBar", "WPHeader", "WPFooter", "WPAdBlock", "SiteNavigationElement"].contains(
          where: attribute.value.hasSuffix)
        {
          sign = max(sign, .strong)
        }
        if attribute.value.hasSuffix("/Comment") { sign = max(sign, .comments) }
      case "class", "id":
        for name in attribute.value.split(whereSeparator: \.isWhitespace).prefix(40) {
          sign = max(sign, Self.sign(ofName: name, isOuter: isOuter))
        }
      default: break
      }
    }
    return sign
  }

  private static func sign(ofName name: Substring, isOuter: Bool) -> Sign {
    let words = Self.words(of: name)
    let joined = words.joined(separator: "-")
    if comments.contains(joined) { return .comments }
    if strong.contains(joined) { return .strong }
    if isOuter { return .none }
    // Of `has-sidebar` and `no-comments` the name is about what is elsewhere.
    if let first = words.first, ["has", "no", "with", "is", "without", "js"].contains(first) {
      return .none
    }
    if words.contains(where: strongWords.contains) { return .strong }
    return words.contains(where: weakWords.contains) ? .weak : .none
  }

  /// `articleShare_bar2` → `article`, `share`, `bar`.
  private static func words(of name: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name.prefix(80) {
      if !character.isLetter || character.isUppercase && wasLower {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character.isLetter { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func set(_ names: String) -> Set<String> {
    Set(names.split(separator: " ").map(String.init))
  }

  private static let comments = set(
    "comments comment-list commentlist comments-area comments-section comment-section respond "
      + "disqus-thread comment-form comments-wrapper comments-container user-comments "
      + "reader-comments commentform comments-list")
  private static let strong = set(
    "breadcrumb breadcrumbs cookie-banner cookie-notice cookie-consent cookie-bar share-bar sharebar "
      + "share-buttons share-links social-share social-links social-media sharedaddy newsletter "
      + "newsletter-signup related-posts related-articles related-links related-content "
      + "recommended-articles skip-link skip-to-content skip-nav screen-reader-skip site-header "
      + "site-footer page-header-nav site-nav navbar nav-bar navbox main-menu pagination pager "
      + "advertisement adsbygoogle ad-container ad-slot sponsored-content mw-editsection "
      + "mw-jump-link catlinks printfooter author-bio author-box author-card about-author "
      + "post-navigation nav-links jp-relatedposts wp-block-buttons post-tags tag-links tagcloud "
      + "read-next read-more-links table-of-contents toc")
  private static let strongWords = set(
    "breadcrumb breadcrumbs cookie cookies gdpr addtoany addthis pagination navbar advert adverts "
      + "advertisement advertising outbrain taboola recirculation paywall")
  private static let weakWords = set(
    "share sharing social related recommended recommendations promo promotion banner sidebar menu "
      + "nav navigation subscribe subscription signup newsletter ad ads sponsor sponsored widget "
      + "widgets toolbar popup modal overlay follow tags categories footer toc pager trending "
      + "popular teaser teasers login search rating utility utilities consent masthead skip reply "
      + "comments donate donation buttons")
}
