"""The weighted mean of checkpoints that share an ancestor. A long round learns the own reports by heart and forgets some of the rest;
the mean of rounds keeps what they have in common (Wortsman et al. 2022, Model soups).

  average.py --out MEAN.pt OTHER.pt=0.6 BASE.pt=0.4

What the others lack, or have in another shape, and all that is no weight comes from the last. Train on from it with train.py --init."""
import argparse
import os

import torch


def mean(checkpoints, shares):
    """→ the last checkpoint, its weights replaced by the mean."""
    base = checkpoints[-1]
    for key, weight in base['average'].items():
        if not weight.is_floating_point():
            continue
        parts = [(c['average'][key], s) for c, s in zip(checkpoints, shares) if key in c['average'] and c['average'][key].shape == weight.shape]
        base['average'][key] = sum(w * s for w, s in parts) / sum(s for _, s in parts)
        if len(parts) < len(checkpoints):
            print('not in all:', key)
    base['raw'] = base['average']
    return base


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--out', required=True)
    parser.add_argument('checkpoints', nargs='+', metavar='CHECKPOINT=SHARE')
    options = parser.parse_args()
    paths, shares = zip(*(c.rsplit('=', 1) for c in options.checkpoints))
    saved = mean([torch.load(p, weights_only=False, map_location='cpu') for p in paths], [float(s) for s in shares])
    saved['settings']['mean_of'] = {os.path.basename(os.path.dirname(os.path.abspath(p))): float(s) for p, s in zip(paths, shares)}
    torch.save(saved, options.out)
