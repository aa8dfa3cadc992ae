using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>A file as bytes, looked through once before it is read: what it is, in which encoding, its fingerprint.</summary>
/// <param name="Path">The file.</param>
/// <param name="Spreadsheet">It is an Office Open XML package.</param>
/// <param name="Events">It is JSON, one object a line.</param>
/// <param name="Encoding">Of its text.</param>
/// <param name="Hash">SHA-256, hexadecimal.</param>
/// <param name="Note">What the reader should be told of its encoding; null for nothing.</param>
/// <param name="Ends">Its last line ends with a line break.</param>
internal sealed record SourceFile(string Path, bool Spreadsheet, bool Events, Encoding Encoding, string Hash, Bilingual? Note, bool Ends)
{
    /// <summary>Longest line that is read, bytes: more is no table.</summary>
    private const int LongestLine = 1 << 20;

    private static readonly UTF8Encoding Utf8Text = new(false, false);

    /// <summary>Looks a file through; null, with the reason noted, if it cannot be a study.</summary>
    public static SourceFile? Open(string path, ReadingOptions options, Problems problems, CancellationToken cancellation)
    {
        SourceFile? Refuse(Bilingual why, Bilingual? expected = null)
        {
            problems.Add(new InputProblem(Mark.Whole(path), "", null, why, expected));
            return null;
        }
        try
        {
            if (Directory.Exists(path)) return Refuse(new("es un directorio, no un archivo", "is a directory, not a file"));
            if (!File.Exists(path)) return Refuse(new("el archivo no existe", "no such file"));
            long length = new FileInfo(path).Length;
            if (length > options.LargestBytes) return Refuse(TooLarge(length), Limit(options));
            using FileStream stream = File.OpenRead(path);
            if (!stream.CanSeek) return Refuse(new("es un dispositivo o una tubería: no se puede leer dos veces", "is a device or a pipe: it cannot be read twice"), new("un archivo", "a file"));
            return Look(path, stream, options, Refuse, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException)
        {
            return Refuse(new("no se puede leer (permisos o dispositivo)", "cannot be read (permission or device)"));
        }
    }

    private static Bilingual TooLarge(long length) => new($"el archivo de {length / 1e6:#,0} MB es demasiado grande", $"file of {length / 1e6:#,0} MB is too large");

    private static Bilingual Limit(ReadingOptions options) => new($"como máximo {options.LargestBytes / 1e6:#,0} MB; divida el estudio por puesto o por mes", $"at most {options.LargestBytes / 1e6:#,0} MB; split the study by post or by month");

    private static SourceFile? Look(string path, FileStream stream, ReadingOptions options, Func<Bilingual, Bilingual?, SourceFile?> refuse, CancellationToken cancellation)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 18];
        var scan = new Utf8Scan();
        byte[] start = [];
        long total = 0, sinceBreak = 0, longest = 0;
        byte last = 0;
        int n;
        while ((n = stream.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, n);
            if (total == 0) start = bytes[..Math.Min(n, 4096)].ToArray();
            total += n;
            if (total > options.LargestBytes) return refuse(TooLarge(total), Limit(options));
            sha.AppendData(bytes);
            scan.Take(bytes);
            last = bytes[^1];
            int at;
            ReadOnlySpan<byte> rest = bytes;
            while ((at = rest.IndexOfAny((byte)'\n', (byte)'\r')) >= 0)
            {
                longest = Math.Max(longest, sinceBreak + at);
                sinceBreak = 0;
                rest = rest[(at + 1)..];
            }
            sinceBreak += rest.Length;
        }
        longest = Math.Max(longest, sinceBreak);
        if (total == 0) return refuse(new("el archivo está vacío", "file is empty"), null);
        string hash = Convert.ToHexStringLower(sha.GetHashAndReset());
        if (start.AsSpan().StartsWith("PK\u0003\u0004"u8)) return new SourceFile(path, true, false, Utf8Text, hash, null, true);
        if (start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return refuse(new("es un libro de Excel antiguo (.xls) o protegido con contraseña", "is an old Excel workbook (.xls) or one protected by a password"), new("guárdelo como .xlsx sin contraseña, o como CSV", "save it as .xlsx without a password, or as CSV"));
        (Encoding encoding, Bilingual? note)? text = scan.Encoding(start, Utf8Text);
        if (text is null) return refuse(new("no es texto ni una hoja de cálculo", "is neither text nor a spreadsheet"), new("CSV, XLSX o JSON Lines", "CSV, XLSX or JSON Lines"));
        if (longest > LongestLine) return refuse(new($"tiene una línea de {longest / 1e6:0.#} MB", $"has a line of {longest / 1e6:0.#} MB"), new("una fila por camión y lado", "one line per truck and side"));
        bool events = text.Value.encoding.GetString(start).AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{");
        return new SourceFile(path, false, events, text.Value.encoding, hash, text.Value.note, last is (byte)'\n' or (byte)'\r');
    }

    /// <summary>Its text.</summary>
    public StreamReader Text() => new(Path, Encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
}
