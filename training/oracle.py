"""Weights for tests/encoder/float_oracle.cpp, which computes the same network without any library.

The file: the line 'onrecord-oracle/1', then for each array a line 'NAME SIZE SIZE…' and its values, little-endian
half precision, row by row. Round the network with round_to_grid first, else the graphs and the file differ."""
import torch


@torch.no_grad()
def round_to_grid(net, step=1 / 256):
    """Half precision holds these values exactly, and also the sums of them that the graph compiler folds together."""
    for value in net.state_dict().values():
        value.copy_((value / step).round() * step)
    return net


@torch.no_grad()
def write_oracle(net, path):
    arrays = {name: value.detach() for name, value in net.state_dict().items() if not name.startswith('pairs.')}
    arrays['encoder.heads'] = torch.tensor([float(net.encoder.layers[0].heads)])
    arrays['event_reader.heads'] = torch.tensor([float(net.event_reader.layer.heads)])
    arrays['reader.heads'] = torch.tensor([float(net.reader.layer.heads)])
    with open(path, 'wb') as out:
        out.write(b'onrecord-oracle/1\n')
        for name, value in arrays.items():
            out.write((' '.join([name, *map(str, value.shape)]) + '\n').encode())
            out.write(value.float().numpy().astype('<f2').tobytes())
