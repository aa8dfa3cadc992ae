using CorridorTwin.Dashboard.Host;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Films;

namespace CorridorTwin.Dashboard.Pages.Corridor;

/// <summary>Films that were asked for: held, read from disk, or made one after the other beside all else.</summary>
public sealed partial class FilmRoom(DataFolder data, IHostApplicationLifetime host, ILogger<FilmRoom> log)
{
    private const int MostHeld = 8;
    private const int MostWaiting = 8;

    private readonly FilmFolder folder = new(Path.Combine(data.Path, "films"));
    private readonly Lock gate = new();
    private readonly LinkedList<(string Key, WeekFilm Film)> held = new();
    private readonly Dictionary<string, double> progress = [];
    private readonly Dictionary<string, Bilingual> failed = [];
    private readonly SemaphoreSlim camera = new(1);

    /// <summary>The film of a subject, or how far it is.</summary>
    public FilmState Ask(FilmSubject subject)
    {
        string key = subject.Key;
        lock (gate)
        {
            if (Held(key) is { } film) return new FilmState(film, 1, null);
            if (failed.TryGetValue(key, out Bilingual? why)) return new FilmState(null, 0, why);
            if (progress.TryGetValue(key, out double done)) return new FilmState(null, done, null);
            if (folder.Find(key) is { } kept)
            {
                Hold(key, kept);
                return new FilmState(kept, 1, null);
            }
            // Whoever waits asks again, so nothing is lost by not standing in line.
            if (progress.Count >= MostWaiting) return new FilmState(null, 0, null);
            progress[key] = 0;
        }
        _ = Task.Run(() => Make(key, subject));
        return new FilmState(null, 0, null);
    }

    private async Task Make(string key, FilmSubject subject)
    {
        CancellationToken end = host.ApplicationStopping;
        try
        {
            await camera.WaitAsync(end);
            try
            {
                WeekFilm film = Filming.Shoot(subject, done => Note(key, done), end);
                if (folder.Keep(key, film) is { } why) NotKept(log, why);
                lock (gate) Hold(key, film);
            }
            finally
            {
                camera.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends; the film is made when it is asked for again.
        }
        catch (Exception e)
        {
            Failed(log, subject.Scenario, e);
            lock (gate) failed[key] = CorridorTexts.FilmFailed;
        }
        finally
        {
            lock (gate) progress.Remove(key);
        }
    }

    private void Note(string key, double done)
    {
        lock (gate) progress[key] = done;
    }

    private WeekFilm? Held(string key)
    {
        for (LinkedListNode<(string Key, WeekFilm Film)>? node = held.First; node is not null; node = node.Next)
        {
            if (node.Value.Key != key) continue;
            held.Remove(node);
            held.AddFirst(node);
            return node.Value.Film;
        }
        return null;
    }

    private void Hold(string key, WeekFilm film)
    {
        held.AddFirst((key, film));
        while (held.Count > MostHeld) held.RemoveLast();
    }

    [LoggerMessage(LogLevel.Warning, "The simulated week could not be kept on disk: {Why}")]
    private static partial void NotKept(ILogger log, string why);

    [LoggerMessage(LogLevel.Error, "The simulated week of {Scenario} could not be made")]
    private static partial void Failed(ILogger log, string scenario, Exception e);
}

/// <summary>Where a film stands.</summary>
/// <param name="Film">The film; null until it is there.</param>
/// <param name="Progress">Share done, 0 to 1; 0 also while it waits or the days before it are simulated.</param>
/// <param name="Problem">Why there will be none; null if all is well.</param>
public sealed record FilmState(WeekFilm? Film, double Progress, Bilingual? Problem);
