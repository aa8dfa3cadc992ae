using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>
/// Receives a body whole before anything is done with it: within a size, within a time. So a slow or broken sender costs nobody else more than its buffer,
/// and of a request that is refused nothing is taken. It stays in memory: before it is taken it may hold plates.
/// </summary>
internal static class ApiBody
{
    /// <summary>A body somewhat too large is read to its end, so that its sender can hear why it is refused and go on with the connection.</summary>
    private const int Patience = 4;
    private const int Piece = 64 * 1024;

    /// <summary>The body.</summary>
    /// <exception cref="ApiException">Too large, too slow, or cut off.</exception>
    public static async Task<MemoryStream> Read(HttpContext context, int most, TimeSpan within)
    {
        long heard = (long)most * Patience;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = heard;
        if (context.Request.ContentLength > heard) throw TooLarge(most, hangUp: true);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        time.CancelAfter(within);
        var body = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? Piece, Math.Min(most, 1 << 20)));
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Piece);
        long got = 0;
        try
        {
            while (await context.Request.Body.ReadAsync(buffer, time.Token) is > 0 and var read)
            {
                got += read;
                if (got <= most) body.Write(buffer, 0, read);
                else if (got > heard) throw TooLarge(most, hangUp: true);
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw new ApiException(StatusCodes.Status408RequestTimeout, "too-slow", ApiTexts.TooSlow) { HangUp = true };
        }
        catch (BadHttpRequestException bad)
        {
            throw bad.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => TooLarge(most, hangUp: true),
                StatusCodes.Status408RequestTimeout => new ApiException(StatusCodes.Status408RequestTimeout, "too-slow", ApiTexts.TooSlow) { HangUp = true },
                _ => new ApiException(StatusCodes.Status400BadRequest, "cut-off", ApiTexts.CutOff) { HangUp = true },
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        if (got > most) throw TooLarge(most, hangUp: false);
        body.Position = 0;
        return body;
    }

    /// <summary>The body unpacked as it is read, after a look at how large it would be: a small file may unpack to one without end.</summary>
    /// <exception cref="ApiException">It is no whole gzip, or unpacks to more than allowed.</exception>
    public static Stream Unpacked(MemoryStream packed, long most)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            using var look = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            for (long total = 0; look.Read(buffer) is > 0 and var read;)
                if ((total += read) > most) throw new ApiException(StatusCodes.Status413PayloadTooLarge, "too-large-unpacked", ApiTexts.TooLargeUnpacked(most));
        }
        catch (InvalidDataException)
        {
            throw new ApiException(StatusCodes.Status400BadRequest, "not-gzip", ApiTexts.NotGzip);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        packed.Position = 0;
        return new GZipStream(packed, CompressionMode.Decompress);
    }

    private static ApiException TooLarge(int most, bool hangUp) => new(StatusCodes.Status413PayloadTooLarge, "too-large", ApiTexts.TooLarge(most)) { HangUp = hangUp };
}
