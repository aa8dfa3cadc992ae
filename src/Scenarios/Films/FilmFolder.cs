using System.IO.Compression;
using System.Text.Json;

namespace CorridorTwin.Scenarios.Films;

/// <summary>Films kept on disk, one file each. Only the newest stay: any can be made again.</summary>
/// <param name="path">The directory; made when the first film is kept.</param>
public sealed class FilmFolder(string path)
{
    private const int MostFiles = 64;
    private const string Extension = ".film";

    /// <summary>The film of a key; null if there is none or the file is damaged.</summary>
    public WeekFilm? Find(string key)
    {
        try
        {
            using var file = new GZipStream(File.OpenRead(PathOf(key)), CompressionMode.Decompress);
            WeekFilm? film = JsonSerializer.Deserialize<WeekFilm>(file);
            return film is not null && IsWhole(film) ? film : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Keeps a film. A full disk loses it, not the reader's page.</summary>
    /// <returns>Why it could not be kept; null if it was.</returns>
    public string? Keep(string key, WeekFilm film)
    {
        string aside = $"{PathOf(key)}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(path);
            using (var file = new GZipStream(File.Create(aside), CompressionLevel.Fastest)) JsonSerializer.Serialize(file, film);
            File.Move(aside, PathOf(key), overwrite: true);
            foreach (FileInfo old in new DirectoryInfo(path).EnumerateFiles("*" + Extension).OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostFiles)) old.Delete();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
        finally
        {
            Drop(aside);
        }
    }

    private static void Drop(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It lies beside the films under a name of its own and harms nothing.
        }
    }

    private static bool IsWhole(WeekFilm film) =>
        film.Sides.All(s => s.Queue.Length == WeekFilm.Pictures && s.Inside.Length == WeekFilm.Pictures)
        && film.Lanes.All(l => l.Side >= 0 && l.Side < film.Sides.Count && l.OnDuty.Length == WeekFilm.Pictures && l.Busy.Length == WeekFilm.Pictures && l.Waiting.Length == WeekFilm.Pictures)
        && film.Events.All(e => e.Lane >= 0 && e.Lane < film.Lanes.Count);

    private string PathOf(string key) => Path.Combine(path, key + Extension);
}
