internal import Narration

/// A document of the spine, parsed.
struct EPUBDocument {
  /// The member it is.
  let path: String
  let tree: MarkupTree
  /// Where its text begins and ends in the episode's source.
  let source: Range<Int>
  /// Why all of it is left out, nil when it is read.
  var reasonToLeaveOut: Omission.Reason?

  var root: MarkupElement { tree.root }

  /// The `body`, or all of a document without one.
  var body: MarkupElement { root.descendants("body").first ?? root }

  /// Whether it is a list of links: nothing but headings beside what readers skip, or links for three
  /// quarters of its letters.
  var isContentsPage: Bool {
    var rest = 0
    var linked = 0
    var links = 0
    body.walk { node in
      switch node {
      case .text(let pieces):
        for piece in pieces { rest += piece.text.utf8.count { $0 > 0x20 } }
        return true
      case .element(let element):
        if EPUBRoles.reasonToLeaveOut(element) != nil { return false }
        switch ElementRole(element) {
        case .heading, .leftOut: return false
        default: break
        }
        guard element.name == "a", element["href"] != nil else { return true }
        links += 1
        linked += element.text.utf8.count { $0 > 0x20 }
        return false
      }
    }
    return rest == 0 && links == 0 || links > 2 && linked >= 3 * rest
  }

  /// Whether it shows an image and says nothing.
  var isPicture: Bool {
    body.text.allSatisfy(\.isWhitespace) && !body.descendants("img", "image").isEmpty
  }
}
