import CFLAC
import Glibc
import Narration

/// The metadata blocks of a FLAC file, edited in place through an ``OutputFile``.
///
/// See `FLAC/metadata.h`, level 2.
struct FLACMetadata: ~Copyable {
  private let chain: OpaquePointer
  private let file: Unmanaged<OutputFile>

  /// No blocks yet.
  init(_ file: OutputFile) throws(AudioWritingError) {
    guard let chain = FLAC__metadata_chain_new() else {
      throw AudioWritingError(path: file.path, action: "write chapters", cause: .system(ENOMEM))
    }
    self.chain = chain
    self.file = .passRetained(file)
  }

  deinit {
    FLAC__metadata_chain_delete(chain)
    file.release()
  }

  /// Reads the blocks of the file.
  mutating func read() throws(AudioWritingError) {
    file.takeUnretainedValue().position = 0
    if FLAC__metadata_chain_read_with_callbacks(chain, file.toOpaque(), Self.callbacks) == 0 {
      throw error(in: "read back the header")
    }
  }

  /// Samples of the one channel and samples a frame, as the encoder counted them.
  func streamInfo() throws(AudioWritingError) -> (samples: Int, samplesPerFrame: Int) {
    let blocks = try Blocks(chain, in: file.takeUnretainedValue())
    guard let block = blocks.current, block.pointee.type == FLAC__METADATA_TYPE_STREAMINFO else {
      throw error(in: "read back the header")
    }
    let info = block.pointee.data.stream_info
    return (Int(info.total_samples), Int(info.min_blocksize))
  }

  /// Puts `comments` for all that stood there, and a seek table before them where there are points.
  mutating func replace(
    comments: [String], seekPoints: [FLAC__StreamMetadata_SeekPoint]
  ) throws(AudioWritingError) {
    let blocks = try Blocks(chain, in: file.takeUnretainedValue())
    if !seekPoints.isEmpty {
      guard let table = FLAC__metadata_object_new(FLAC__METADATA_TYPE_SEEKTABLE) else {
        throw outOfMemory
      }
      let fits = FLAC__metadata_object_seektable_resize_points(table, UInt32(seekPoints.count)) != 0
      for (index, point) in seekPoints.enumerated() where fits {
        FLAC__metadata_object_seektable_set_point(table, UInt32(index), point)
      }
      guard fits, FLAC__metadata_object_seektable_is_legal(table) != 0,
        FLAC__metadata_iterator_insert_block_after(blocks.iterator, table) != 0
      else {
        FLAC__metadata_object_delete(table)
        throw error(in: "write the seek table")
      }
    }
    while blocks.current?.pointee.type != FLAC__METADATA_TYPE_VORBIS_COMMENT {
      guard FLAC__metadata_iterator_next(blocks.iterator) != 0 else {
        throw error(in: "find the room for chapters")
      }
    }
    guard FLAC__metadata_object_vorbiscomment_resize_comments(blocks.current, 0) != 0 else {
      throw outOfMemory
    }
    for comment in comments {
      var bytes = Array(comment.utf8)
      let isTaken = bytes.withUnsafeMutableBufferPointer { bytes in
        let entry = FLAC__StreamMetadata_VorbisComment_Entry(
          length: UInt32(bytes.count), entry: bytes.baseAddress)
        return FLAC__metadata_object_vorbiscomment_append_comment(blocks.current, entry, 1) != 0
      }
      if !isTaken { throw error(in: "write the comment \(comment)") }
    }
  }

  /// What the block of a cover takes, its header included (RFC 9639, section 8.8).
  static func byteCount(of cover: Cover) -> Int {
    4 + 32 + cover.mediaType.utf8.count + cover.bytes.count
  }

  /// Puts a picture behind all blocks but padding, as the front cover; how many pixels it has is left
  /// to those who show it.
  mutating func append(_ cover: Cover) throws(AudioWritingError) {
    let blocks = try Blocks(chain, in: file.takeUnretainedValue())
    while blocks.current?.pointee.type != FLAC__METADATA_TYPE_VORBIS_COMMENT {
      guard FLAC__metadata_iterator_next(blocks.iterator) != 0 else {
        throw error(in: "find the room for the cover")
      }
    }
    guard let picture = FLAC__metadata_object_new(FLAC__METADATA_TYPE_PICTURE) else {
      throw outOfMemory
    }
    picture.pointee.data.picture.type = FLAC__STREAM_METADATA_PICTURE_TYPE_FRONT_COVER
    var bytes = cover.bytes
    let count = FLAC__uint32(bytes.count)
    let isTaken =
      cover.mediaType.withCString {
        FLAC__metadata_object_picture_set_mime_type(picture, UnsafeMutablePointer(mutating: $0), 1)
          != 0
      }
      && bytes.withUnsafeMutableBufferPointer {
        FLAC__metadata_object_picture_set_data(picture, $0.baseAddress, count, 1) != 0
      }
    guard isTaken, FLAC__metadata_object_picture_is_legal(picture, nil) != 0,
      FLAC__metadata_iterator_insert_block_after(blocks.iterator, picture) != 0
    else {
      FLAC__metadata_object_delete(picture)
      throw error(in: "write the cover")
    }
  }

  /// Writes the blocks over those that stand there; what is left of their room becomes padding.
  consuming func write() throws(AudioWritingError) {
    if FLAC__metadata_chain_check_if_tempfile_needed(chain, 1) != 0 {
      throw AudioWritingError(
        path: file.takeUnretainedValue().path, action: "write chapters",
        cause: .unfit("their titles need more room than those that were announced"))
    }
    let file = file.takeUnretainedValue()
    file.position = 0
    let handle = self.file.toOpaque()
    let isWritten =
      FLAC__metadata_chain_write_with_callbacks(chain, 1, handle, Self.callbacks) != 0
    if !isWritten || file.failure != nil { throw error(in: "write chapters") }
  }

  private var outOfMemory: AudioWritingError {
    AudioWritingError(
      path: file.takeUnretainedValue().path, action: "write chapters", cause: .system(ENOMEM))
  }

  private func error(in action: String) -> AudioWritingError {
    let status = Int(FLAC__metadata_chain_status(chain).rawValue)
    return file.takeUnretainedValue().error(in: action, else: "libFLAC reports status \(status)")
  }

  /// A walk over the blocks, standing on the first.
  private struct Blocks: ~Copyable {
    let iterator: OpaquePointer

    init(_ chain: OpaquePointer, in file: OutputFile) throws(AudioWritingError) {
      guard let iterator = FLAC__metadata_iterator_new() else {
        throw AudioWritingError(path: file.path, action: "write chapters", cause: .system(ENOMEM))
      }
      self.iterator = iterator
      FLAC__metadata_iterator_init(iterator, chain)
    }

    deinit { FLAC__metadata_iterator_delete(iterator) }

    var current: UnsafeMutablePointer<FLAC__StreamMetadata>? {
      FLAC__metadata_iterator_get_block(iterator)
    }
  }

  /// The functions of `stdio.h` that libFLAC asks for, on an ``OutputFile``.
  private static var callbacks: FLAC__IOCallbacks {
    FLAC__IOCallbacks(
      read: { bytes, size, count, file in
        let bytes = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
        return outputFile(file).read(into: bytes) / max(size, 1)
      },
      write: { bytes, size, count, file in
        let bytes = UnsafeRawBufferPointer(start: bytes, count: size * count)
        return outputFile(file).write(bytes) / max(size, 1)
      },
      seek: { outputFile($0).seek(Int($1), $2) < 0 ? -1 : 0 },
      tell: { Int64(outputFile($0).position) },
      eof: { outputFile($0).position >= outputFile($0).length ? 1 : 0 },
      close: nil)
  }
}
