import Narration

/// The fields of a file's tags in the order in which they are written, tidied, the empty left out.
///
/// Kept apart from the containers: each has its own names for the same fields.
struct Tags {
  /// What a tag tells.
  enum Field {
    case title, album, artist, language, date, comment, publisher, encoder
  }

  let fields: [(field: Field, value: String)]

  init(_ plan: AudioPlan) {
    let tags = plan.tags
    let all: [(Field, String?)] = [
      (.title, tags.title?.onOneLine), (.album, tags.album?.onOneLine),
      (.artist, tags.artist?.onOneLine), (.language, tags.language?.onOneLine),
      (.date, tags.date?.onOneLine), (.comment, tags.comment?.onTidyLines),
      (.publisher, tags.publisher?.onOneLine), (.encoder, plan.encoder.onOneLine),
    ]
    fields = all.compactMap { field, value in
      guard let value, !value.isEmpty else { return nil }
      return (field, value)
    }
  }
}
